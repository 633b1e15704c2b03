import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { ActorId } from './actors.ts';

/**
 * The operator of a name, made where there is none; two at once make one.
 * @returns undefined where somebody is called so who is none
 */
export async function selectOrInsertOperator(queries: Queries, name: string): Promise<ActorId | undefined> {
  await sql`INSERT INTO actors (kind, name) VALUES ('operator', ${name}) ON CONFLICT DO NOTHING`.execute(queries);
  const operator = await queries
    .selectFrom('actors')
    .select('id')
    .where('kind', '=', 'operator')
    .where('name', '=', name)
    .executeTakeFirst();
  return operator?.id as ActorId | undefined;
}

/** @returns the actor of somebody who gets an account */
export async function insertStaff(trx: Queries, name: string): Promise<ActorId> {
  const staff = trx.insertInto('actors').values({ kind: 'staff', name }).returning('id');
  return (await staff.executeTakeFirstOrThrow()).id as ActorId;
}

export async function isNameTaken(queries: Queries, name: string): Promise<boolean> {
  const actor = queries.selectFrom('actors').select('id').where('name', '=', name);
  return (await actor.executeTakeFirst()) !== undefined;
}

export async function isStaff(queries: Queries, id: ActorId): Promise<boolean> {
  const staff = queries.selectFrom('actors').select('id').where('id', '=', id).where('kind', '=', 'staff');
  return (await staff.executeTakeFirst()) !== undefined;
}

/** Calls somebody with an account otherwise, in all that they did too. */
export async function rename(trx: Queries, id: ActorId, name: string): Promise<void> {
  await trx.updateTable('actors').set({ name }).where('id', '=', id).where('kind', '=', 'staff').execute();
}

/** Takes away who somebody was; what they decided stays theirs. */
export async function makePseudonymous(trx: Queries, id: ActorId): Promise<void> {
  await rename(trx, id, `former staff ${id.slice(-12)}`);
}
