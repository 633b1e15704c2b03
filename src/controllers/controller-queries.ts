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
