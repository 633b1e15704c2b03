import { type CachedPage, weightOf } from './cached-page.ts';
import { type Dropped, touches } from './drop.ts';
import type { Make } from './finished.ts';
import { hasCome } from './page-end.ts';

/** A page with what has become of it since it was kept; moments are those of `performance.now()`. */
export interface Entry {
  page: CachedPage;
  /** Renders it anew, for nobody in particular. */
  readonly renew: Make;
  droppedAt?: number | undefined;
  /** When the last try to render it anew failed. */
  failedAt?: number | undefined;
  offeredForBetter?: boolean;
  /** How often it was asked for since; halved whenever room is made. */
  hits?: number;
  /** When it was last made the latest used. */
  usedAt?: number;
}

/** Milliseconds within which a page that is asked for again is not moved again: which of two was used later matters little. */
const AS_LATE = 1_000;

/**
 * Finished pages under their addresses. When the limit of bytes is reached the least lately used goes, but one that was asked for again
 * is passed over, the more often the more it was read: a robot's walk through odd addresses pushes out nothing that people read.
 */
export class CachedPages {
  readonly #cached = new Map<string, Entry>();
  readonly limit: number;
  #bytes = 0;

  /** @param limit bytes; 0 keeps nothing */
  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  has(address: string, entry: Entry): boolean {
    return this.#cached.get(address) === entry;
  }

  /** Looks without counting as use. */
  peek(address: string): Entry | undefined {
    return this.#cached.get(address);
  }

  get(address: string, now: number): Entry | undefined {
    const entry = this.#cached.get(address);
    if (!entry) return undefined;
    entry.hits = (entry.hits ?? 0) + 1;
    if (now - (entry.usedAt ?? Number.NEGATIVE_INFINITY) > AS_LATE) {
      this.#moveLast(address, entry);
      entry.usedAt = now;
    }
    return entry;
  }

  put(address: string, entry: Entry): void {
    entry.hits = this.#cached.get(address)?.hits ?? 0;
    this.delete(address);
    const size = weightOf(entry.page);
    if (size > this.limit / 8) return;
    this.#cached.set(address, entry);
    this.#bytes += size;
    for (const [oldest, one] of this.#cached) {
      if (this.#bytes <= this.limit) break;
      if (one.hits) this.#passOver(oldest, one, one.hits);
      else this.delete(oldest);
    }
  }

  #passOver(address: string, entry: Entry, hits: number): void {
    entry.hits = Math.floor(hits / 2);
    this.#moveLast(address, entry);
  }

  #moveLast(address: string, entry: Entry): void {
    this.#cached.delete(address);
    this.#cached.set(address, entry);
  }

  /** The same page in other bytes. */
  exchange(entry: Entry, page: CachedPage): void {
    this.#bytes += weightOf(page) - weightOf(entry.page);
    entry.page = page;
  }

  delete(address: string): void {
    const entry = this.#cached.get(address);
    if (!entry) return;
    this.#cached.delete(address);
    this.#bytes -= weightOf(entry.page);
  }

  drop(dropped: Dropped, now: number): void {
    for (const [address, entry] of this.#cached) {
      if (!touches(dropped, entry.page.tags)) continue;
      if (dropped.how === 'remove') this.delete(address);
      else {
        entry.droppedAt ??= now;
        entry.failedAt = undefined;
      }
    }
  }
}

/** Since when something newer may exist; undefined: it does not. */
export function staleSince({ page, droppedAt }: Entry, now: number): number | undefined {
  const { until, day, ends } = page;
  if (hasCome(ends)) return Number.NEGATIVE_INFINITY;
  if (droppedAt !== undefined) return until !== undefined && until < droppedAt ? until : droppedAt;
  if (until !== undefined && until <= now) return until;
  // The clock was set, or the machine slept: nobody can say for how long.
  return day && !within(day, Date.now()) ? Number.NEGATIVE_INFINITY : undefined;
}

function within({ begin, end }: { readonly begin: number; readonly end: number }, moment: number): boolean {
  return begin <= moment && moment < end;
}
