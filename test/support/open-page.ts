import type { Lang } from '../../src/config/langs.ts';

/** A page as its reader meets it: an address behind its language, opened, or a form sent to it. */
export interface PageType {
  readonly name: string;
  readonly path: string;
  readonly sent?: Readonly<Record<string, string>>;
  /** Another site sends it. */
  readonly foreign?: boolean;
}

/** Opens a page as a browser would that follows a link or sends a form; redirects are not followed. */
export function openPage(url: string, lang: Lang, { path, sent, foreign }: Omit<PageType, 'name'>): Promise<Response> {
  const address = `${url}/${lang}${path}`;
  if (!sent) return fetch(address, { redirect: 'manual' });
  const origin = foreign ? 'https://elsewhere.example' : new URL(url).origin;
  return fetch(address, { method: 'POST', body: new URLSearchParams(sent), headers: { origin }, redirect: 'manual' });
}
