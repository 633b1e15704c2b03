import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { Proposal } from './compare.ts';
import type { Value } from './content-unit.ts';

/** A unit of a room, by their names. */
export interface UnitName {
  readonly room: string;
  readonly unit: string;
}

export interface WaitingProposal extends UnitName {
  readonly id: number;
  readonly key: string;
  /** NULL: the files have it no more. */
  readonly offered: Value | null;
  readonly hash: string | null;
  readonly because: string;
  readonly version: string;
  readonly offered_at: Date;
}

/** Whoever brings or decides takes turns, in all processes. */
export async function lockContent(trx: Queries): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('starting-content'))`.execute(trx);
}

/** How many wait for somebody's decision, and since when. */
export function countProposals(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT offered_at AS at FROM content_proposals WHERE decided_at IS NULL`);
}

/** By room and unit, the digest of the files that each was last compared with. */
export async function selectDigests(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.selectFrom('content_units').select(['room', 'unit', 'digest']).execute();
  return new Map(rows.map(({ room, unit, digest }) => [`${room}/${unit}`, digest]));
}

export async function putDigest(trx: Queries, of: UnitName, digest: string): Promise<void> {
  await trx
    .insertInto('content_units')
    .values({ ...of, digest })
    .onConflict((known) => known.columns(['room', 'unit']).doUpdateSet({ digest, at: sql`now()` }))
    .execute();
}

export async function selectLedger(queries: Queries, { room, unit }: UnitName): Promise<ReadonlyMap<string, string>> {
  const rows = await queries
    .selectFrom('content_ledger')
    .select(['key', 'hash'])
    .where('room', '=', room)
    .where('unit', '=', unit)
    .execute();
  return new Map(rows.map(({ key, hash }) => [key, hash]));
}

/** Rows that say the same as before keep the version that said it first. */
export async function putLedger(
  trx: Queries,
  { room, unit }: UnitName,
  version: string,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const entries = [...hashes].map(([key, hash]) => ({ key, hash }));
  await sql`INSERT INTO content_ledger AS known (room, unit, key, hash, version)
    SELECT ${room}, ${unit}, key, hash, ${version} FROM json_to_recordset(${JSON.stringify(entries)}::json) AS e (key text, hash text)
    ON CONFLICT (room, unit, key) DO UPDATE SET hash = excluded.hash, version = excluded.version, at = now()
    WHERE known.hash <> excluded.hash`.execute(trx);
}

export async function deleteLedger(trx: Queries, { room, unit }: UnitName, keys: readonly string[]): Promise<void> {
  await sql`DELETE FROM content_ledger WHERE room = ${room} AND unit = ${unit} AND key = ANY (${[...keys]}::text[])`.execute(
    trx,
  );
}

/** Makes these what waits of a unit: others that waited are no longer what the files say. */
export async function putProposals(
  trx: Queries,
  { room, unit }: UnitName,
  version: string,
  proposals: readonly (Proposal & { readonly hash: string | undefined })[],
): Promise<void> {
  const rows = JSON.stringify(proposals);
  await sql`DELETE FROM content_proposals p WHERE room = ${room} AND unit = ${unit} AND decided_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM json_to_recordset(${rows}::json) AS n (key text, hash text, because text)
      WHERE n.key = p.key AND n.hash IS NOT DISTINCT FROM p.hash AND n.because = p.because)`.execute(trx);
  await sql`INSERT INTO content_proposals (id, room, unit, key, offered, hash, because, version)
    SELECT (SELECT coalesce(max(id), 0) FROM content_proposals) + row_number() OVER (ORDER BY n.key), ${room}, ${unit}, n.key,
      CASE WHEN n.hash IS NOT NULL THEN n.offered END, n.hash, n.because, ${version}
    FROM json_to_recordset(${rows}::json) AS n (key text, offered jsonb, hash text, because text)
    WHERE NOT EXISTS (SELECT 1 FROM content_proposals p WHERE p.room = ${room} AND p.unit = ${unit} AND p.key = n.key
      AND p.decided_at IS NULL)`.execute(trx);
}

export async function selectWaiting(queries: Queries): Promise<WaitingProposal[]> {
  return (await queries
    .selectFrom('content_proposals')
    .select(['id', 'room', 'unit', 'key', 'offered', 'hash', 'because', 'version', 'offered_at'])
    .where('decided_at', 'is', null)
    .orderBy('id')
    .execute()) as unknown as WaitingProposal[];
}

export async function countWaiting(queries: Queries): Promise<number> {
  const { rows } = await sql<{
    waiting: number;
  }>`SELECT count(*) AS waiting FROM content_proposals WHERE decided_at IS NULL`.execute(queries);
  return rows[0]?.waiting ?? 0;
}

export async function decideProposals(
  trx: Queries,
  ids: readonly number[],
  decision: 'accepted' | 'kept',
  by: ActorId,
): Promise<void> {
  await trx
    .updateTable('content_proposals')
    .set({ decision, decided_at: sql`now()`, decided_by: by })
    .where('id', '=', anyOf(ids, 'int'))
    .execute();
}
