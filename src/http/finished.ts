import { hash as digest } from 'node:crypto';
import { dayAround, type TimeZone } from '../text/time-zone.ts';
import type { RedirectAnswer } from './answer.ts';
import { type Headers, headersOf, statusOf, type WithBody } from './answer-headers.ts';
import type { CachedPage } from './cached-page.ts';
import { compressAtOnce, compressForKeeping, type Encoding } from './compression.ts';
import type { End } from './page-end.ts';

/** Counts on pages are at most this old; actions of supporters drop nothing. */
const COUNTS_FRESH_FOR = 30_000;
/** The tag of every page that shows a running count. */
export const COUNTS = 'counts';
/** The tag of every page that says what is true today: at midnight it is rendered anew. */
export const TODAY = 'today';

/**
 * An answer that is not kept. It holds the finished bytes and never the text they were made of, and lets go of them when they are sent:
 * whoever waited long for it is old to the garbage collector, which takes all that hangs on them for old as well.
 */
export class Once {
  readonly status: number;
  readonly headers: Headers;
  readonly kind: WithBody['kind'];
  /** The same for everybody. */
  readonly tagged: boolean;
  /** Of its bytes, where that is known already. */
  readonly hash: string | undefined;
  #body: Buffer | undefined;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(answer: WithBody) {
    this.status = statusOf(answer);
    this.headers = headersOf(answer);
    this.kind = answer.kind;
    this.tagged = answer.tags !== undefined;
    this.hash = answer.kind === 'file' ? answer.hash : undefined;
    this.#body = bodyOf(answer);
  }

  get body(): Buffer {
    if (!this.#body) throw new Error('an answer was sent again after its bytes were let go');
    return this.#body;
  }

  /** Compressed once for all who share the answer. */
  encoded(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding) ?? compressAtOnce(this.body, encoding);
    this.#encoded.set(encoding, known);
    return known;
  }

  /** Nobody asks for it any more. */
  letGo(): void {
    this.#body = undefined;
    this.#encoded.clear();
  }
}

/** What came of a render. */
export type Finished =
  | { readonly cached: CachedPage }
  | { readonly once: Once }
  | { readonly redirect: RedirectAnswer };

/** Renders one address to its end. @param old what is kept of it now: bytes that would be the same are taken over */
export type Make = (old?: CachedPage) => Promise<Finished>;

/**
 * An answer for everybody, compressed in every encoding.
 * @param common the headers that every answer carries
 * @param ends when what it shows changes by itself
 */
export async function forKeeping(
  answer: WithBody,
  common: Headers,
  old: CachedPage | undefined,
  zone: TimeZone,
  ends?: End,
): Promise<CachedPage> {
  const body = bodyOf(answer);
  const hash = hashOf(body);
  const headers = { ...common, ...headersOf(answer) };
  const { tags = [] } = answer;
  const type = headers['content-type'] ?? '';
  const same = old?.hash === hash && old.headers['content-type'] === type;
  return {
    status: statusOf(answer),
    headers,
    hash,
    bodies: same ? old.bodies : await compressForKeeping(body, hash, type),
    tags,
    ...freshness(tags, new Date(), zone),
    ends,
  };
}

/** By what is in it; 132 bits of SHA-256. */
export function hashOf(body: Buffer): string {
  return digest('sha256', body, 'base64url').slice(0, 22);
}

function bodyOf(answer: WithBody): Buffer {
  if (answer.kind === 'page') return Buffer.from(answer.html);
  return Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body);
}

function freshness(tags: readonly string[], now: Date, zone: TimeZone): Pick<CachedPage, 'until' | 'day'> {
  const day = tags.includes(TODAY) ? dayAround(zone, now) : undefined;
  const steady = performance.now();
  const untils = [
    ...(day ? [steady + day.end - now.getTime()] : []),
    ...(tags.includes(COUNTS) ? [steady + COUNTS_FRESH_FOR] : []),
  ];
  return { until: untils.length > 0 ? Math.min(...untils) : undefined, day };
}
