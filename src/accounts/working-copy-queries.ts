import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { WORKING_COPY_DAYS } from './retention.ts';

export interface MarkedRow {
  readonly id: string;
  readonly number: number;
  readonly version: string;
  readonly typed_at: Date;
}

interface CopyRow extends MarkedRow {
  readonly path: string;
  readonly fields_sealed: Buffer;
}

/** In place of what stood there. */
export async function upsertCopy(trx: Queries, row: CopyRow & { readonly actor_id: ActorId }): Promise<void> {
  const { version, number, fields_sealed, typed_at } = row;
  await trx
    .insertInto('working_copies')
    .values(row)
    .onConflict((one) => one.columns(['actor_id', 'path']).doUpdateSet({ version, number, fields_sealed, typed_at }))
    .execute();
}

/** What somebody can go on with. */
function young(queries: Queries, actor: ActorId) {
  const isYoung = sql<boolean>`typed_at > now() - make_interval(days => ${WORKING_COPY_DAYS})`;
  return queries.selectFrom('working_copies').where('actor_id', '=', actor).where(isYoung);
}

export function selectCopyMark(queries: Queries, actor: ActorId, path: string): Promise<MarkedRow | undefined> {
  const one = young(queries, actor).select(['id', 'number', 'version', 'typed_at']).where('path', '=', path);
  return one.executeTakeFirst();
}

/** Of one person, the newest first. */
export function selectCopies(queries: Queries, actor: ActorId): Promise<CopyRow[]> {
  const all = young(queries, actor).select(['id', 'number', 'version', 'typed_at', 'path', 'fields_sealed']);
  return all.orderBy('typed_at', 'desc').orderBy('id', 'desc').execute();
}

export async function countCopies(queries: Queries, actor: ActorId): Promise<number> {
  const all = queries.selectFrom('working_copies').select(sql<number>`count(*)::int`.as('count'));
  return (await all.where('actor_id', '=', actor).executeTakeFirstOrThrow()).count;
}

/** @param number undefined: however often it was kept */
export async function deleteCopy(
  queries: Queries,
  actor: ActorId,
  { id, number }: { readonly id: string; readonly number?: number },
): Promise<void> {
  const one = queries.deleteFrom('working_copies').where('actor_id', '=', actor).where('id', '=', id);
  await (number === undefined ? one : one.where('number', '=', number)).execute();
}

export async function deleteCopiesBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('working_copies').where('typed_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
