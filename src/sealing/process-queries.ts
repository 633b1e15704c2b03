import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** A process is up that was heard of within this time, by the database's clock in either direction. */
export const ALIVE_SECONDS = 10;

export const alive = sql<boolean>`seen_at BETWEEN now() - make_interval(secs => ${ALIVE_SECONDS})
  AND now() + make_interval(secs => ${ALIVE_SECONDS})`;
/** It may be up still: silent for a while, but not for good. */
export const lately = sql<boolean>`seen_at BETWEEN now() - interval '1 hour' AND now() + interval '1 hour'`;

/**
 * This process is up, seals with a key and holds others; those that have long been silent are forgotten.
 * @returns how many others are up
 */
export async function putProcess(
  queries: Queries,
  { id, host, holds, sealsWith }: { id: string; host: string; holds: readonly number[]; sealsWith: number },
): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    WITH here AS (
      INSERT INTO processes (id, host, holds, seals_with) VALUES (${id}::uuid, ${host}, ${[...holds]}::int[], ${sealsWith}::int)
      ON CONFLICT (id) DO UPDATE SET seen_at = now(), holds = excluded.holds, seals_with = excluded.seals_with),
    gone AS (
      DELETE FROM processes WHERE id <> ${id}::uuid AND NOT ${lately})
    SELECT count(*) AS others FROM processes WHERE id <> ${id}::uuid AND ${alive}`.execute(queries);
  return rows[0]?.others ?? 0;
}

export async function deleteProcess(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom('processes').where('id', '=', id).execute();
}
