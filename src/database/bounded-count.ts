import { type RawBuilder, sql } from 'kysely';
import type { Queries } from './database.ts';

/** How many of something wait, and since when the first of them does. */
export interface Counted {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  readonly oldest: Date | undefined;
}

/** Beyond it nobody needs to know how many more. */
const MOST = 1_000;

/**
 * Counts what waits, up to a most, from the oldest on: that takes the same time however much there is.
 * @param waiting a SELECT of the moments, `AS at`, which an index has in their order
 */
export async function boundedCount(queries: Queries, waiting: RawBuilder<unknown>): Promise<Counted> {
  const { rows } = await sql<{ n: number; oldest: Date | null }>`SELECT count(*)::int AS n, min(at) AS oldest
    FROM (${waiting} ORDER BY at LIMIT ${sql.lit(MOST + 1)}) w`.execute(queries);
  const { n = 0, oldest = null } = rows[0] ?? {};
  return { count: Math.min(n, MOST), more: n > MOST, oldest: oldest ?? undefined };
}
