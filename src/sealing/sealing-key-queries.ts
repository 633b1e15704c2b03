import { sql } from 'kysely';
import type { DerivedKeys } from '../config/keys.ts';
import type { Queries } from '../database/database.ts';
import { alive, lately } from './process-queries.ts';

/** Two rotations at once take turns; the number is this lock's only name. */
const ROTATION_LOCK = 7_072_003;

/** @returns false where somebody else is rotating keys just now */
export async function lockRotation(connection: Queries): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`SELECT pg_try_advisory_lock(${ROTATION_LOCK}) AS free`.execute(
    connection,
  );
  return rows[0]?.free ?? false;
}

export async function unlockRotation(connection: Queries): Promise<void> {
  await sql`SELECT pg_advisory_unlock(${ROTATION_LOCK})`.execute(connection);
}

/** A key that is there from now on, and seals nothing yet. */
export async function insertKey(queries: Queries, { number, print }: DerivedKeys): Promise<void> {
  await queries
    .insertInto('sealing_keys')
    .values({ number, key_print: print })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** From now on this key seals what is new, unless a process is up that does not hold it. @returns whether it does */
export async function activateKey(queries: Queries, number: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`UPDATE sealing_keys SET active_at = now() WHERE number = ${number} AND active_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM processes WHERE ${alive} AND NOT ${number}::int = ANY (holds))`.execute(queries);
  return numAffectedRows === 1n;
}

/** Machines of processes that are up and don't hold a key. */
export async function hostsWithout(queries: Queries, number: number): Promise<string[]> {
  const { rows } = await sql<{ host: string }>`
    SELECT DISTINCT host FROM processes WHERE ${alive} AND NOT ${number}::int = ANY (holds) ORDER BY host`.execute(
    queries,
  );
  return rows.map(({ host }) => host);
}

/** Whether a process seals with another key: one that is up, or one that may be. */
export async function isSealingOtherwise(queries: Queries, number: number, who: 'up' | 'may be up'): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM processes WHERE seals_with <> ${number}::int AND ${who === 'up' ? alive : lately} LIMIT 1`.execute(
    queries,
  );
  return rows.length > 0;
}

/** Nothing is sealed under a key before this one any more. */
export async function setResealed(queries: Queries, number: number): Promise<void> {
  await sql`UPDATE sealing_keys SET resealed_at = now() WHERE number = ${number} AND resealed_at IS NULL`.execute(
    queries,
  );
}

export async function setDropped(queries: Queries, number: number): Promise<void> {
  await sql`UPDATE sealing_keys SET dropped_at = now() WHERE number = ${number}`.execute(queries);
}

/** What the database knows of a sealing key. */
export interface KnownKey {
  readonly number: number;
  readonly key_print: string;
  readonly active_at: Date | null;
  readonly resealed_at: Date | null;
  readonly dropped_at: Date | null;
}

/** Of two first starts at once one is noted. */
export async function noteFirst(
  queries: Queries,
  { current }: { readonly current: DerivedKeys },
  sealed: boolean,
): Promise<void> {
  await sql`INSERT INTO sealing_keys (number, key_print, active_at, resealed_at)
    SELECT ${current.number}::int, ${current.print}, now(), CASE WHEN ${sealed}::boolean THEN NULL ELSE now() END
    WHERE NOT EXISTS (SELECT 1 FROM sealing_keys) ON CONFLICT DO NOTHING`.execute(queries);
}

/** Every sealing key that the database knows, the lowest number first. */
export function selectKnownKeys(queries: Queries): Promise<KnownKey[]> {
  return queries
    .selectFrom('sealing_keys')
    .select(['number', 'key_print', 'active_at', 'resealed_at', 'dropped_at'])
    .orderBy('number')
    .execute();
}

/** Notes, where none is noted, by which secret supporters are found here. @returns the print of the one that is noted */
export async function noteLookup(queries: Queries, print: string): Promise<string> {
  await queries
    .insertInto('found_with')
    .values({ lookup_print: print })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = await queries.selectFrom('found_with').select('lookup_print').executeTakeFirstOrThrow();
  return known.lookup_print;
}
