/** Milliseconds of work after which the event loop has its turn. */
const A_TURN = 4;

/**
 * Lets no more work begin in one turn of the event loop than takes some milliseconds, so that what came in meanwhile is seen: health
 * checks are answered, answers of the database are read before their time is up. Work that comes alone begins at once.
 */
export class EventLoopShare {
  readonly #first: (() => void)[] = [];
  readonly #rest: (() => void)[] = [];
  readonly #patience: number;
  #turning = false;

  readonly #now: () => number;

  /** @param patience milliseconds that a turn is worth waiting for; `now` tells them */
  constructor(patience: number, now = () => performance.now()) {
    this.#patience = patience;
    this.#now = now;
  }

  /** @param first before those that can more easily wait @returns whether the turn came in time */
  take(first: boolean): Promise<boolean> {
    const arrived = this.#now();
    return new Promise((begin) => {
      (first ? this.#first : this.#rest).push(() => begin(this.#now() - arrived <= this.#patience));
      if (!this.#turning) this.#next(arrived);
    });
  }

  /** @param since when this turn of the event loop began with such work */
  #next(since: number): void {
    const begin = this.#first.shift() ?? this.#rest.shift();
    this.#turning = begin !== undefined;
    if (!begin) return;
    begin();
    afterPromises(() => {
      if (this.#now() - since < A_TURN) this.#next(since);
      else setImmediate(() => this.#next(this.#now()));
    });
  }
}

/** Calls when no promise that is settled has anything left to do: node empties the queue of ticks between those of promises. */
function afterPromises(go: () => void): void {
  queueMicrotask(() => process.nextTick(go));
}
