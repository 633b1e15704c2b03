import type { Lang } from '../config/langs.ts';
import type { App } from './app.ts';
import type { View } from './view.ts';

/** One request to a public address, already checked: known language, valid UTF-8, same origin where it acts. */
export interface SiteRequest {
  readonly app: App;
  readonly lang: Lang;
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The posted form; empty for a GET. Untrusted: check every field. */
  readonly form: URLSearchParams;
  /** The visitor's network, for counting in memory only; never stored, never logged. */
  readonly network: string;
  readonly acceptLanguage: string;
  /** False where the browser says that another site, a mail or a bookmark led here (Fetch Metadata); older browsers don't say. */
  readonly fromOurPages: boolean;
}

export interface PageAnswer {
  readonly kind: 'page';
  readonly status: number;
  readonly html: string;
  /** Set: the page is the same for everybody and may be kept until one of these tags is dropped. */
  readonly tags?: readonly string[] | undefined;
  readonly noindex?: boolean | undefined;
  /** Seconds, for 429 and 503 (RFC 9110 section 10.2.3). */
  readonly retryAfter?: number | undefined;
}

export interface RedirectAnswer {
  readonly kind: 'redirect';
  readonly status: 301 | 302 | 303;
  readonly to: string;
}

export interface FileAnswer {
  readonly kind: 'file';
  /** Left out: 200. */
  readonly status?: number | undefined;
  readonly type: string;
  readonly body: Buffer | string;
  /** Set: offered as a download under this name. */
  readonly name?: string | undefined;
  /** The address of what describes the file (RFC 8288, `describedby`). */
  readonly describedBy?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Open data: pages of anybody's may read it. */
  readonly open?: boolean | undefined;
  readonly noindex?: boolean | undefined;
  /** What stands at this address never changes. */
  readonly lasting?: boolean | undefined;
}

export type Answer = PageAnswer | RedirectAnswer | FileAnswer;
export type Handler = (request: SiteRequest) => Promise<Answer>;

/** After a form: the browser fetches the next page with GET (RFC 9110 section 15.4.4). */
export function seeOther(to: string): RedirectAnswer {
  return { kind: 'redirect', status: 303, to };
}

/** For good: whoever asked by an old address keeps the new one (RFC 9110 section 15.4.2). */
export function movedTo(to: string): RedirectAnswer {
  return { kind: 'redirect', status: 301, to };
}

/** Thrown by a handler where there is nothing at this address. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
