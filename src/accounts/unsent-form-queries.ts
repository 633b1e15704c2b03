import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { UNSENT_FORM_DAYS } from './retention.ts';

export interface UnsentRow {
  readonly id: string;
  readonly path: string;
  readonly fields_sealed: Buffer;
  readonly sent_at: Date;
}

/** @returns whether the account is there, which stays until the transaction ends */
export async function lockAccount(trx: Queries, actor: ActorId): Promise<boolean> {
  const account = trx.selectFrom('accounts').select('actor_id').where('actor_id', '=', actor);
  return (await account.where('removed_at', 'is', null).forUpdate().executeTakeFirst()) !== undefined;
}

export async function insertUnsent(trx: Queries, row: Omit<UnsentRow, 'sent_at'> & { readonly actor_id: ActorId }) {
  await trx.insertInto('unsent_forms').values(row).execute();
}

/** Before another comes: what would be more than so many of theirs. */
export async function deleteOldest(trx: Queries, actor: ActorId, most: number): Promise<void> {
  await sql`DELETE FROM unsent_forms WHERE actor_id = ${actor} AND id NOT IN (SELECT id FROM unsent_forms
    WHERE actor_id = ${actor} ORDER BY sent_at DESC, id DESC LIMIT ${most - 1})`.execute(trx);
}

/** Of one person, the newest first. */
export async function selectUnsent(queries: Queries, actor: ActorId): Promise<UnsentRow[]> {
  return youngOf(queries, actor).select(['id', 'path', 'fields_sealed', 'sent_at']).execute();
}

/** When those were sent that somebody can go on with. */
export function selectUnsentTimes(queries: Queries, actor: ActorId) {
  return youngOf(queries, actor).select(['id', 'sent_at as sentAt']).execute();
}

function youngOf(queries: Queries, actor: ActorId) {
  const young = sql<boolean>`sent_at > now() - make_interval(days => ${UNSENT_FORM_DAYS})`;
  const own = queries.selectFrom('unsent_forms').where('actor_id', '=', actor).where(young);
  return own.orderBy('sent_at', 'desc').orderBy('id', 'desc');
}

export async function deleteUnsent(queries: Queries, actor: ActorId, id: string): Promise<void> {
  await queries.deleteFrom('unsent_forms').where('actor_id', '=', actor).where('id', '=', id).execute();
}

/** Whosever they are: those that were sent to an address in which an id stands. */
export async function deleteUnsentTo(trx: Queries, id: string): Promise<void> {
  await trx.deleteFrom('unsent_forms').where('path', 'like', `%/${id}%`).execute();
}

export async function deleteUnsentBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('unsent_forms').where('sent_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
