/** Lets no more than so many pieces of work be under way at once; the others wait in the order in which they came. */
export class Slots {
  readonly #most: () => number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** @param most asked again whenever a slot may be given out; at least one always is */
  constructor(most: () => number) {
    this.#most = most;
  }

  /** @returns what the work returns, once it had a slot. @throws what it throws */
  async within<Result>(work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((go) => {
      this.#waiting.push(go);
      this.#giveOut();
    });
    try {
      return await work();
    } finally {
      this.#taken -= 1;
      this.#giveOut();
    }
  }

  #giveOut(): void {
    while (this.#taken < Math.max(1, this.#most())) {
      const go = this.#waiting.shift();
      if (!go) return;
      this.#taken += 1;
      go();
    }
  }
}
