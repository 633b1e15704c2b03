import { setTimeout as pause } from 'node:timers/promises';
import type { CachedPage } from './cached-page.ts';
import type { Body } from './compression.ts';
import { compressBetter } from './compression.ts';

const MOST_WAITING = 100;
/** Milliseconds before each, so that a rush is over and others get the processor. */
const BETWEEN = 500;

interface Job {
  readonly page: CachedPage;
  /** Whether the page is still the one that is kept. */
  readonly wanted: () => boolean;
  readonly done: (br: Body) => void;
}

/** Compresses kept pages as small as they get, one at a time, off the main thread; a page that was dropped meanwhile is passed over. */
export class BetterCompression {
  readonly #waiting: Job[] = [];
  #running = false;

  /** @returns false where too many wait already: ask again when the page is next asked for */
  offer(job: Job): boolean {
    if (this.#waiting.length >= MOST_WAITING) return false;
    this.#waiting.push(job);
    if (!this.#running) void this.#run();
    return true;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await pause(BETWEEN, undefined, { ref: false });
      const job = this.#waiting.shift();
      if (!job?.wanted()) continue;
      const br = await compressBetter(job.page.bodies, job.page.hash).catch(() => undefined);
      if (br && job.wanted() && br.bytes.length < (job.page.bodies.br?.bytes.length ?? 0)) job.done(br);
    }
    this.#running = false;
  }
}
