import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import { type Order, type Slice, selectSlice } from '../database/slice.ts';

/** How somebody showed who they are, other than by the link to their data. */
export const proofs = ['document', 'known', 'call-back', 'authority'] as const;
export type Proof = (typeof proofs)[number];
export const erasureStates = ['waiting', 'confirmed', 'refused'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** What one of the staff asks another to confirm. */
export interface ErasureRow {
  readonly id: string;
  /** By which the address is known again; null once it is decided. */
  readonly about: Buffer | null;
  readonly proof: Proof;
  readonly reason: string | null;
  readonly state: ErasureState;
  readonly requested_by: ActorId;
  readonly requested_at: Date;
  readonly decided_at: Date | null;
  /** As they are called. */
  readonly who: string;
  readonly decider: string | null;
}

function erasures(queries: Queries) {
  return queries
    .selectFrom('erasures as e')
    .innerJoin('actors as a', 'a.id', 'e.requested_by')
    .leftJoin('actors as d', 'd.id', 'e.decided_by')
    .select(['e.id', 'e.about', 'e.proof', 'e.reason', 'e.state', 'e.requested_by', 'e.requested_at', 'e.decided_at'])
    .select(['a.name as who', 'd.name as decider']);
}

const order: Order = { by: sql.ref('e.requested_at'), kind: 'moment', id: sql.ref('e.id'), idType: 'uuid' };

export async function selectErasureSlice(
  queries: Queries,
  { state }: { readonly state?: ErasureState | undefined },
  slice: Slice,
): Promise<(ErasureRow & { readonly position: string })[]> {
  const all = erasures(queries);
  const rows = await selectSlice(state ? all.where('e.state', '=', state) : all, order, slice);
  return rows as (ErasureRow & { position: string })[];
}

/** @param lock nobody else decides it until the transaction ends */
export async function selectErasure(queries: Queries, id: string, lock = false): Promise<ErasureRow | undefined> {
  if (lock) await sql`SELECT 1 FROM erasures WHERE id = ${id}::uuid FOR UPDATE`.execute(queries);
  return (await erasures(queries).where('e.id', '=', id).executeTakeFirst()) as ErasureRow | undefined;
}

/** @returns its id; undefined where one waits for the same address */
export async function insertErasure(
  queries: Queries,
  erasure: { about: Buffer; proof: Proof; reason: string; requested_by: ActorId },
): Promise<string | undefined> {
  const row = queries
    .insertInto('erasures')
    .values(erasure)
    .onConflict((same) => same.column('about').doNothing())
    .returning('id');
  return (await row.executeTakeFirst())?.id;
}

/** The one that waits for an address. */
export async function selectErasureOf(queries: Queries, about: Buffer): Promise<string> {
  return (await queries.selectFrom('erasures').select('id').where('about', '=', about).executeTakeFirstOrThrow()).id;
}

/** What says whom it is about goes. */
export async function settleErasure(
  queries: Queries,
  id: string,
  state: Exclude<ErasureState, 'waiting'>,
  by: ActorId,
): Promise<void> {
  const decided = { state, decided_by: by, decided_at: sql<Date>`now()`, about: null, reason: null };
  await queries.updateTable('erasures').set(decided).where('id', '=', id).execute();
}

export function countErasures(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT requested_at AS at FROM erasures WHERE state = 'waiting'`);
}

/** Decided by then, or by then asked and not decided. @returns how many */
export async function deleteErasuresBefore(queries: Queries, moment: Date): Promise<number> {
  const { numAffectedRows } =
    await sql`DELETE FROM erasures WHERE coalesce(decided_at, requested_at) < ${moment}`.execute(queries);
  return Number(numAffectedRows ?? 0n);
}

/** Whoever does several things at once does one after the other. */
export async function lockActor(trx: Queries, id: ActorId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 88))`.execute(trx);
}
