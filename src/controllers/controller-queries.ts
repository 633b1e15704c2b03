import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

export function selectControllers(queries: Queries) {
  return queries
    .selectFrom('controllers')
    .select(['id', 'kind', 'name', 'email'])
    .orderBy('since')
    .orderBy('id')
    .execute();
}

/** @returns whether that is news */
export async function putOperator(queries: Queries, id: string, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO controllers AS c (id, kind, name) VALUES (${id}, 'operator', ${name})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE c.name <> excluded.name`.execute(queries);
  return numAffectedRows === 1n;
}

/** Nobody adds or changes one until the transaction ends; consents and campaigns refer to those that are there meanwhile. */
export async function lockControllers(trx: Queries): Promise<void> {
  await sql`LOCK TABLE controllers IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

/** @returns its id */
export async function insertMember(trx: Queries, name: string, email: string): Promise<string> {
  const { id } = await trx
    .insertInto('controllers')
    .values({ kind: 'member', name, email })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateMember(trx: Queries, id: string, name: string, email: string): Promise<void> {
  await trx.updateTable('controllers').set({ name, email }).where('id', '=', id).execute();
}
