import { setTimeout as pause } from 'node:timers/promises';

/** Pages that a process of any version has, in every language; none of them may fail while another version starts beside it. */
const PAGES = [
  '',
  '/campaigns/united-by-common-bonds',
  '/campaigns/united-by-common-bonds/share',
  '/states',
  '/states/KEN',
  '/record',
];
const LANGS = ['en', 'fr', 'es', 'ar'];
export const visited: readonly string[] = LANGS.flatMap((lang) => PAGES.map((page) => `/${lang}${page}`));
/** Milliseconds between two visits. */
const EVERY = 50;

/** What came of visits: addresses that were not answered as they should be, and the longest wait in milliseconds. */
export interface Visits {
  count: number;
  longest: number;
  readonly failed: string[];
}

/** Visits one page after the other until it is told to stop. @returns ends it, and gives what came of it */
export function keepVisiting(url: string): () => Promise<Visits> {
  const visits: Visits = { count: 0, longest: 0, failed: [] };
  const ending = new AbortController();
  const going = (async () => {
    while (!ending.signal.aborted) {
      // Each time as if nobody had asked before: what is kept in memory can't hide that a page is no longer made.
      await visit(`${url}${visited[visits.count % visited.length]}?visit=${visits.count}`, visits);
      await pause(EVERY);
    }
  })();
  return async () => {
    ending.abort();
    await going;
    return visits;
  };
}

async function visit(address: string, visits: Visits): Promise<void> {
  const began = Date.now();
  const said = await fetch(address).then(
    async (response) => (response.ok && (await response.text()) ? '' : String(response.status)),
    (error: Error) => error.message,
  );
  visits.count += 1;
  visits.longest = Math.max(visits.longest, Date.now() - began);
  if (said) visits.failed.push(`${new URL(address).pathname}: ${said}`);
}
