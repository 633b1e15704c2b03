import type { IncomingHttpHeaders } from 'node:http';
import { acceptedEncoding, type Bodies, type Body, type Encoding } from './compression.ts';
import { type End, endsWithin } from './page-end.ts';

/** A finished answer as bytes, in each encoding, with the headers it was first sent with. */
export interface CachedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** By what is in it, whatever the encoding. */
  readonly hash: string;
  readonly bodies: Bodies;
  readonly tags: readonly string[];
  /** Until when it is fresh, in milliseconds of `performance.now()`, which no set clock moves; undefined: until a tag is dropped. */
  readonly until?: number | undefined;
  /**
   * From when until when it is true by the clock of the day, in milliseconds since the epoch: of its day, and of what it shows;
   * undefined: always.
   */
  readonly day?: { readonly begin: number; readonly end: number } | undefined;
  /** When what it shows changes by itself: from then on it is sent only where nothing newer can be had. */
  readonly ends?: End | undefined;
}

/** Milliseconds for which browsers and proxies may keep a page without asking again: as `max-age` says. */
const CACHED_ELSEWHERE = 30_000;

/** How much memory a page takes, in bytes. */
export function weightOf(page: CachedPage): number {
  return Object.values(page.bodies).reduce((sum, { bytes }) => sum + bytes.length, 1024);
}

/** What crosses the network; for HEAD without its body (RFC 9110 section 9.3.2). */
export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer | undefined;
}

/** @param old whether something newer may exist: then nobody keeps it without asking again */
export function sent(page: CachedPage, requested: IncomingHttpHeaders, old: boolean): Sent {
  const wanted = acceptedEncoding(requested['accept-encoding']);
  const encoding = page.bodies[wanted] ? wanted : 'identity';
  const anew = old || endsWithin(page.ends, CACHED_ELSEWHERE);
  const whole = wholeOf(page, encoding, anew);
  const known = knownTag(requested['if-none-match'], page.bodies[encoding] ?? page.bodies.identity);
  if (!known) return whole;
  const { vary, 'cache-control': cached } = whole.headers;
  return { status: 304, headers: { vary, 'cache-control': cached, etag: known } as Sent['headers'], body: undefined };
}

const wholes = new WeakMap<CachedPage, Map<string, Sent>>();

/** The whole of it in one encoding: worked out once, and the same for everybody. */
function wholeOf(page: CachedPage, encoding: Encoding, anew: boolean): Sent {
  const those = wholes.get(page) ?? new Map<string, Sent>();
  const kind = `${encoding} ${anew}`;
  const known = those.get(kind);
  if (known) return known;
  const body = page.bodies[encoding] ?? page.bodies.identity;
  const whole = {
    status: page.status,
    headers: {
      ...page.headers,
      vary: 'accept-encoding',
      'cache-control': anew ? 'public, no-cache' : (page.headers['cache-control'] ?? ''),
      etag: body.etag,
      'content-length': body.bytes.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
    body: body.bytes,
  };
  those.set(kind, whole);
  wholes.set(page, those);
  return whole;
}

/** The tag by which a client has this body already; compared weakly, because proxies weaken tags (RFC 9110 section 13.1.2). */
export function knownTag(header: string | undefined, { etag, formerly }: Pick<Body, 'etag' | 'formerly'>) {
  if (!header) return undefined;
  const given = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (given.includes('*') || given.includes(etag)) return etag;
  return formerly !== undefined && given.includes(formerly) ? formerly : undefined;
}
