import { Lanes } from './lanes.ts';

/** Pieces of work of one kind, done a few at once. */
export interface Work<Item> {
  /** How many may be done at once just now; 0 where none may, and what was taken is given back. */
  workers(): number;
  /** Takes what is due, no more than so many. @param busy what is in hand already */
  take(atMost: number, busy: Lanes): Promise<readonly Item[]>;
  /** Pieces of one lane may all be held up by the same other side. */
  lane(item: Item): string;
  do(item: Item): Promise<unknown>;
  /** Gives back what was taken and not begun. */
  giveBack(items: readonly Item[]): Promise<unknown>;
}

/** Milliseconds between two looks for more while something is in hand. */
const LOOK_EVERY = 2_000;
/** What was taken and waits for its lane; beyond this nothing is taken. */
const MOST_WAITING = 64;

/**
 * Works through what is due until nothing is. Each worker takes the next piece as soon as it is free, so that none waits for another's;
 * and one lane never has all workers. Returns, or throws, only once the last worker is free again.
 * @returns how many pieces were begun
 * @throws the first error of any of them
 */
export async function workThrough<Item>(
  work: Work<Item>,
  { signal = new AbortController().signal, lookEvery = LOOK_EVERY }: { signal?: AbortSignal; lookEvery?: number } = {},
): Promise<number> {
  const shift = new Shift(work, signal);
  const wake = () => shift.wake();
  signal.addEventListener('abort', wake);
  try {
    while (await shift.goesOn()) await shift.rest(lookEvery);
  } catch (error) {
    shift.errors.push(error);
  } finally {
    signal.removeEventListener('abort', wake);
    await shift.end();
  }
  if (shift.errors.length > 0) throw shift.errors[0];
  return shift.begun;
}

class Shift<Item> {
  readonly errors: unknown[] = [];
  begun = 0;
  wake = () => {};
  readonly #work: Work<Item>;
  readonly #signal: AbortSignal;
  readonly #lanes = new Lanes();
  readonly #inHand = new Set<Promise<void>>();
  #waiting: Item[] = [];
  #done = 0;

  constructor(work: Work<Item>, signal: AbortSignal) {
    this.#work = work;
    this.#signal = signal;
  }

  /** Takes and begins all that can be. @returns whether there is something to wait for */
  async goesOn(): Promise<boolean> {
    let doneBefore: number;
    let taken: number;
    do {
      this.#beginAll();
      doneBefore = this.#done;
      taken = await this.#takeMore();
      if (this.#signal.aborted) return false;
      this.#beginAll();
      await this.#letGoOfTheSlow();
      // There may be more; and a hand that became free meanwhile may have made room for what could not be taken.
    } while (this.#free > 0 && (taken > 0 || this.#done !== doneBefore));
    return this.#inHand.size > 0;
  }

  /** Until a hand is free, somebody ends it, or it is time to look again. */
  rest(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMost);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async end(): Promise<void> {
    const left = this.#waiting.splice(0);
    if (left.length > 0) await this.#work.giveBack(left).catch((error) => this.errors.push(error));
    await Promise.all(this.#inHand);
  }

  get #free(): number {
    return this.#work.workers() - this.#inHand.size;
  }

  /** Where a hand is free, whatever waits waits for its lane. */
  async #takeMore(): Promise<number> {
    if (this.#free <= 0 || this.#waiting.length >= MOST_WAITING) return 0;
    const taken = await this.#work.take(this.#work.workers(), this.#lanes);
    this.#waiting.push(...taken);
    return taken.length;
  }

  #beginAll(): void {
    if (this.#signal.aborted) return;
    this.#waiting = this.#waiting.filter((item) => {
      const lane = this.#work.lane(item);
      const now = this.#free > 0 && this.#lanes.hasRoom(lane);
      if (now) this.#begin(item, this.#lanes.enter(lane));
      return !now;
    });
  }

  #begin(item: Item, leave: () => void): void {
    this.begun += 1;
    const doing = (async () => void (await this.#work.do(item)))()
      .catch((error) => void this.errors.push(error))
      .finally(() => {
        leave();
        this.#inHand.delete(doing);
        this.#done += 1;
        // A free hand waits for nothing that is just being taken.
        this.#beginAll();
        this.wake();
      });
    this.#inHand.add(doing);
  }

  async #letGoOfTheSlow(): Promise<void> {
    const slow = this.#waiting.filter((item) => this.#lanes.isSlow(this.#work.lane(item)));
    if (slow.length === 0) return;
    this.#waiting = this.#waiting.filter((item) => !slow.includes(item));
    await this.#work.giveBack(slow);
  }
}
