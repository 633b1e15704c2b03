/** How many pieces of work in one lane may be in hand at once: a slow receiving domain occupies no more workers than that. */
export const MOST_IN_ONE_LANE = 4;
/** Milliseconds after which something in hand says that its lane is slow. */
const SLOW = 3_000;

/** What is in hand, lane by lane; for mail, a lane is a receiving domain. */
export class Lanes {
  readonly #since = new Map<string, Set<{ readonly at: number }>>();

  hasRoom(lane: string): boolean {
    return this.count(lane) < MOST_IN_ONE_LANE;
  }

  count(lane: string): number {
    return this.#since.get(lane)?.size ?? 0;
  }

  /** Whether what waits for this lane will wait for long. */
  isSlow(lane: string): boolean {
    const now = performance.now();
    return !this.hasRoom(lane) && [...(this.#since.get(lane) ?? [])].some(({ at }) => now - at > SLOW);
  }

  /** @returns what is called once the piece of work is done */
  enter(lane: string): () => void {
    const mark = { at: performance.now() };
    const inHand = this.#since.get(lane) ?? new Set();
    this.#since.set(lane, inHand.add(mark));
    return () => {
      inHand.delete(mark);
      if (inHand.size === 0) this.#since.delete(lane);
    };
  }

  /** Every lane in which something is in hand, with how much. */
  counts(): { lane: string; inHand: number }[] {
    return [...this.#since].map(([lane, { size }]) => ({ lane, inHand: size }));
  }
}
