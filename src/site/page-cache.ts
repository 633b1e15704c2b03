import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncoding, type Encoding } from './compression.ts';

/** A finished answer as bytes, in each encoding, with the headers it was first sent with. */
export interface KeptPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>>> & { readonly identity: Buffer };
  readonly tags: readonly string[];
  /** Milliseconds since the epoch, after which the page is rendered anew; undefined: until a tag is dropped. */
  readonly until?: number | undefined;
}

/** Finished pages under their addresses, the least lately used going first when the limit of bytes is reached. */
export class PageCache {
  readonly #kept = new Map<string, KeptPage>();
  readonly #limit: number;
  #bytes = 0;
  /** Rises with every drop, so that a page rendered from what was read before a drop is not kept after it. */
  generation = 0;
  hits = 0;

  /** @param limit bytes; 0 keeps nothing */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False where nothing is ever kept. */
  get keeps(): boolean {
    return this.#limit > 0;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(address: string): KeptPage | undefined {
    const page = this.#kept.get(address);
    if (!page) return undefined;
    if (page.until !== undefined && page.until < Date.now()) {
      this.#remove(address, page);
      return undefined;
    }
    this.#kept.delete(address);
    this.#kept.set(address, page);
    return page;
  }

  put(address: string, page: KeptPage, generation: number): void {
    const size = weight(page);
    if (generation !== this.generation || size > this.#limit / 8) return;
    const before = this.#kept.get(address);
    if (before) this.#remove(address, before);
    this.#kept.set(address, page);
    this.#bytes += size;
    for (const [oldest, entry] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest, entry);
    }
  }

  /** Forgets every page with one of the tags; without tags, all of them. */
  drop(tags?: readonly string[]): void {
    this.generation += 1;
    for (const [address, page] of this.#kept) {
      if (!tags || page.tags.some((tag) => tags.includes(tag))) this.#remove(address, page);
    }
  }

  /** Answers from the cache, before any routing. @returns false where the request must go on */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const page = this.get(request.url ?? '');
    if (!page) return false;
    this.hits += 1;
    send(page, request, response);
    return true;
  }

  #remove(address: string, page: KeptPage): void {
    this.#kept.delete(address);
    this.#bytes -= weight(page);
  }
}

function weight(page: KeptPage): number {
  return Object.values(page.bodies).reduce((sum, body) => sum + body.length, 1024);
}

function send(page: KeptPage, request: IncomingMessage, response: ServerResponse): void {
  const wanted = acceptedEncoding(request.headers['accept-encoding']);
  const encoding = page.bodies[wanted] ? wanted : 'identity';
  const body = page.bodies[encoding] ?? page.bodies.identity;
  // One strong tag an encoding, because the bytes differ (RFC 9110 section 8.8.3.3).
  const etag = `"${page.etag}-${encoding}"`;
  if (request.headers['if-none-match']?.includes(etag)) {
    response
      .writeHead(304, { etag, vary: 'accept-encoding', 'cache-control': page.headers['cache-control'] ?? '' })
      .end();
    return;
  }
  const headers: Record<string, string | number> = {
    ...page.headers,
    etag,
    vary: 'accept-encoding',
    'content-length': body.length,
  };
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  response.writeHead(page.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}
