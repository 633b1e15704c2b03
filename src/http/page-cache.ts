import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { BetterCompression } from './better-compression.ts';
import { type CachedPage, sent } from './cached-page.ts';
import { CachedPages, type Entry, staleSince } from './cached-pages.ts';
import { type Drop, type Dropped, touches } from './drop.ts';
import type { Finished, Make } from './finished.ts';
import { RenderQueueFullError } from './render-gate.ts';
import { sendWhole } from './send-whole.ts';
import { isAnswer, SharedRenders } from './shared-renders.ts';

/** Milliseconds for which an old page is sent at once while one renders anew, and after a try to render it failed. */
const OLD_FOR = 30_000;
/** Milliseconds between two tries to render a page anew that fails. */
const TRY_AGAIN = 5_000;
/** Milliseconds for which somebody waits who could have the old page. */
const PATIENCE = 2_000;
const MOST_TRIES = 3;

/** What came of a request; `old` where nothing newer could be had. */
export type Given = Finished & { readonly old?: boolean };

/** Told of a page that can't be rendered anew, once until it can. */
type Failed = (error: Error, address: string) => void;

/** Finished pages in memory, and the renders by which they come to be: one an address, few at once. */
export class PageCache {
  readonly #pages: CachedPages;
  readonly #renders = new SharedRenders<Finished>();
  readonly #better = new BetterCompression();
  /** For each render under way: what was dropped since it began. */
  readonly #droppedSince = new Set<Dropped[]>();
  hits = 0;
  /** Renders begun, and old pages sent, since start. */
  renders = 0;
  stale = 0;

  readonly #failed: Failed;

  /** @param limit bytes; 0 keeps nothing, and renders for each request */
  constructor(limit: number, failed: Failed = () => {}) {
    this.#pages = new CachedPages(limit);
    this.#failed = failed;
  }

  /** False where nothing is ever kept. */
  get keeps(): boolean {
    return this.#pages.limit > 0;
  }

  get bytes(): number {
    return this.#pages.bytes;
  }

  get shared(): number {
    return this.#renders.shared;
  }

  get waiting(): number {
    return this.#renders.gate.waiting;
  }

  get shed(): number {
    return this.#renders.gate.shed;
  }

  /** Drops the pages with one of the tags; without tags, all of them. */
  drop(tags?: readonly string[], how: Drop = 'remove'): void {
    const dropped = { how, tags };
    for (const since of this.#droppedSince) since.push(dropped);
    this.#pages.drop(dropped, performance.now());
  }

  /** Answers from the cache, before any routing. @returns false where the request must go on */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const address = request.url ?? '';
    const now = performance.now();
    const entry = this.#pages.get(address, now);
    if (!entry) return false;
    const since = staleSince(entry, now);
    if (since === undefined) this.#compressBetter(address, entry);
    else if (now - Math.max(since, entry.failedAt ?? since) < OLD_FOR) this.#renewBeside(address, entry, now);
    else return false;
    this.hits += 1;
    sendWhole(response, sent(entry.page, request.headers, since !== undefined));
    return true;
  }

  /** What is kept of an address, however old, for where nothing newer can be had. */
  old({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): CachedPage | undefined {
    const page =
      method === 'GET' || method === 'HEAD' ? this.#pages.get(url ?? '', performance.now())?.page : undefined;
    if (page) this.stale += 1;
    return page;
  }

  /**
   * Renders an address, together with whoever else asks for it; where that fails or takes long, gives what is kept of it.
   * @throws RenderQueueFullError where too much is asked for at once; whatever `make` throws
   */
  async render(address: string, make: Make): Promise<Given> {
    if (!this.keeps) return this.#renders.gate.run(() => this.#make(address, make));
    const rendered = this.#rendered(address, make);
    if (!this.#pages.peek(address)) return rendered;
    const ended = new AbortController();
    try {
      return await Promise.race([rendered, tooLong(ended.signal)]);
    } catch (error) {
      const old = isAnswer(error) ? undefined : this.#pages.peek(address);
      if (!old) return await rendered;
      this.#noteFailure(address, old, error as Error);
      this.stale += 1;
      return { cached: old.page, old: true };
    } finally {
      ended.abort();
    }
  }

  #rendered(address: string, make: Make): Promise<Finished> {
    const rendered = this.#renders.share(address, () => this.#make(address, make));
    return rendered.catch((error) => {
      if (isAnswer(error)) this.#pages.delete(address);
      throw error;
    });
  }

  /** What something was removed from meanwhile is rendered once more, and never sent. */
  async #make(address: string, make: Make): Promise<Finished> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const since: Dropped[] = [];
      this.#droppedSince.add(since);
      this.renders += 1;
      try {
        const finished = await make(this.#pages.peek(address)?.page);
        const touching = since.filter((dropped) =>
          touches(dropped, 'cached' in finished ? finished.cached.tags : undefined),
        );
        if (touching.some(({ how }) => how === 'remove')) continue;
        this.#keep(address, finished, make, touching.length > 0);
        return finished;
      } finally {
        this.#droppedSince.delete(since);
      }
    }
    throw new RenderQueueFullError();
  }

  #keep(address: string, finished: Finished, renew: Make, refreshed: boolean): void {
    if (!('cached' in finished)) this.#pages.delete(address);
    else
      this.#pages.put(address, { page: finished.cached, renew, droppedAt: refreshed ? performance.now() : undefined });
  }

  #renewBeside(address: string, entry: Entry, now: number): void {
    this.stale += 1;
    if (this.#renders.has(address) || now - (entry.failedAt ?? Number.NEGATIVE_INFINITY) < TRY_AGAIN) return;
    this.#rendered(address, entry.renew).catch((error: Error) => this.#noteFailure(address, entry, error));
  }

  #noteFailure(address: string, entry: Entry, error: Error): void {
    if (entry.failedAt === undefined && !isAnswer(error)) this.#failed(error, address);
    entry.failedAt = performance.now();
  }

  /** A page that is asked for again pays for better compression. */
  #compressBetter(address: string, entry: Entry): void {
    const { page } = entry;
    if (entry.offeredForBetter || page.bodies.br?.formerly !== undefined || !page.bodies.br) return;
    entry.offeredForBetter = this.#better.offer({
      page,
      wanted: () => this.#pages.has(address, entry) && entry.droppedAt === undefined,
      done: (br) => this.#pages.exchange(entry, { ...page, bodies: { ...page.bodies, br } }),
    });
  }
}

async function tooLong(signal: AbortSignal): Promise<never> {
  await pause(PATIENCE, undefined, { signal });
  throw new RenderQueueFullError();
}
