/** Thrown where more is asked for at once than can be rendered; it passes (HTTP 503). */
export class RenderQueueFullError extends Error {
  override readonly name = 'RenderQueueFullError';
  readonly statusCode = 503;
}

interface Limits {
  readonly atOnce: number;
  readonly waiting: number;
  /** Milliseconds for which somebody waits for their turn. */
  readonly patience: number;
  /** Milliseconds after which a turn ends, whatever becomes of the work: one that hangs must not stop the others. */
  readonly longest: number;
}

/** Lets a few in at once, a few more wait for a short time, and turns the rest away. */
export class RenderGate {
  readonly #limits: Limits;
  readonly #waiting = new Set<() => void>();
  #running = 0;
  /** How many were turned away since start. */
  shed = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { atOnce: 2, waiting: 50, patience: 2_000, longest: 20_000, ...limits };
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** @throws RenderQueueFullError where no turn came in time, or the work took too long; whatever the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#turnedAway()), this.#limits.longest);
    });
    try {
      return await Promise.race([work(), tooLong]);
    } finally {
      clearTimeout(timer);
      this.#leave();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.size >= this.#limits.waiting) throw this.#turnedAway();
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(go);
        reject(this.#turnedAway());
      }, this.#limits.patience);
      this.#waiting.add(go);
    });
  }

  /** The next in line takes over the turn. */
  #leave(): void {
    const [next] = this.#waiting;
    if (!next) this.#running -= 1;
    else if (this.#waiting.delete(next)) next();
  }

  #turnedAway(): RenderQueueFullError {
    this.shed += 1;
    return new RenderQueueFullError();
  }
}
