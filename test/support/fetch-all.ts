import { until } from './until.ts';

export interface Fetched {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** As many as a site renders at once; what it has no turn for on a busy machine (503) is asked for again. */
export const AT_ONCE = 3;

/** What a site answers to each of these addresses, in their order. */
export async function fetchAll(url: string, paths: readonly string[]): Promise<readonly Fetched[]> {
  const answers: Fetched[] = [];
  const left = [...paths.entries()];
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await fetched(url, next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return answers;
}

async function fetched(url: string, path: string): Promise<Fetched> {
  const asked = async () => {
    const answer = await fetch(new URL(path, url), { redirect: 'manual', headers: { 'accept-encoding': 'identity' } });
    const body = await answer.text();
    if (answer.status === 503) return undefined;
    return { path, status: answer.status, type: answer.headers.get('content-type') ?? '', body };
  };
  return until(`${path} has its turn`, asked);
}
