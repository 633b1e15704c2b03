/**
 * Lets one piece of work begin in each turn of the event loop, so that between any two of them what came in meanwhile is seen: health checks are
 * answered, answers of the database are read before their time is up. Work that comes alone begins at once.
 */
export class Turns {
  readonly #first: (() => void)[] = [];
  readonly #rest: (() => void)[] = [];
  readonly #patience: number;
  #turning = false;

  /** @param patience milliseconds that a turn is worth waiting for */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** @param first before those that can more easily wait @returns whether the turn came in time */
  take(first: boolean): Promise<boolean> {
    const asked = performance.now();
    return new Promise((begin) => {
      (first ? this.#first : this.#rest).push(() => begin(performance.now() - asked <= this.#patience));
      if (!this.#turning) this.#next();
    });
  }

  #next(): void {
    const begin = this.#first.shift() ?? this.#rest.shift();
    this.#turning = begin !== undefined;
    if (!begin) return;
    begin();
    setImmediate(() => this.#next());
  }
}
