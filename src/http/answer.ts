/** What a handler gives back: a page, a redirect or a file. */
export type Answer = PageAnswer | RedirectAnswer | FileAnswer;

export interface PageAnswer {
  readonly kind: 'page';
  readonly status: number;
  readonly html: string;
  /** Its Content-Security-Policy, where it has one of its own. */
  readonly policy?: string | undefined;
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
  /** It may be taken away at any moment: whoever keeps it asks each time whether it is still there. */
  readonly checkedEachTime?: boolean | undefined;
  /** By its bytes, where that is known already. */
  readonly hash?: string | undefined;
}

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
