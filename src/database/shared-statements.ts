import pg from 'pg';
import type { Queries } from './database.ts';

/** So many pieces share a statement at most. */
const TOGETHER = 32;

interface Waiting<Piece, Result> {
  readonly piece: Piece;
  readonly done: (result: Result | undefined) => void;
  readonly failed: (error: unknown) => void;
}

interface Shared<Piece, Result> {
  /** Pieces of one key never share a statement: the locks of two could cross those of somebody else. */
  key(piece: Piece): string;
  /** Does several at once, all or none. @returns what came of each, by its key; nothing for one that there was nothing to do about */
  run(queries: Queries, pieces: readonly Piece[]): Promise<ReadonlyMap<string, Result>>;
}

/**
 * Gathers what several hands ask of the database at the same moment into one statement, one round trip and one flush to disk. What comes
 * alone goes at once; what comes while a statement is under way shares the next. Each waits until its own is durable; one that the
 * database refuses takes no other with it.
 */
export function sharedStatement<Piece, Result>(
  shared: Shared<Piece, Result>,
): (queries: Queries, piece: Piece) => Promise<Result | undefined> {
  const gatherings = new WeakMap<Queries, Gathering<Piece, Result>>();
  return (queries, piece) => {
    const gathering = gatherings.get(queries) ?? new Gathering(queries, shared);
    gatherings.set(queries, gathering);
    return gathering.add(piece);
  };
}

class Gathering<Piece, Result> {
  readonly #queries: Queries;
  readonly #shared: Shared<Piece, Result>;
  #waiting: Waiting<Piece, Result>[] = [];
  #running = false;

  constructor(queries: Queries, shared: Shared<Piece, Result>) {
    this.#queries = queries;
    this.#shared = shared;
  }

  add(piece: Piece): Promise<Result | undefined> {
    return new Promise((done, failed) => {
      this.#waiting.push({ piece, done, failed });
      if (!this.#running) void this.#runAll();
    });
  }

  async #runAll(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#run(this.#take());
    this.#running = false;
  }

  #take(): Waiting<Piece, Result>[] {
    const batch = new Map<string, Waiting<Piece, Result>>();
    const later: Waiting<Piece, Result>[] = [];
    for (const one of this.#waiting) {
      const key = this.#shared.key(one.piece);
      if (batch.size < TOGETHER && !batch.has(key)) batch.set(key, one);
      else later.push(one);
    }
    this.#waiting = later;
    return [...batch.values()];
  }

  async #run(batch: readonly Waiting<Piece, Result>[]): Promise<void> {
    try {
      const pieces = batch.map(({ piece }) => piece);
      const results = await this.#shared.run(this.#queries, pieces);
      for (const { piece, done } of batch) done(results.get(this.#shared.key(piece)));
    } catch (error) {
      if (batch.length > 1 && error instanceof pg.DatabaseError) for (const one of batch) await this.#run([one]);
      else for (const { failed } of batch) failed(error);
    }
  }
}
