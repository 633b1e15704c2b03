import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { RowRule } from './row-rules.ts';

/** How many rows break a rule, and one of them by its key. */
export async function rowsBreaking(
  queries: Queries,
  { table, id, where }: RowRule,
): Promise<{ readonly found: number; readonly example: string | null }> {
  const { rows } = await sql<{ found: number; example: string | null }>`
    SELECT count(*)::int AS found, min(${id}::text) AS example FROM ${sql.table(table)} AS r WHERE ${where}`.execute(
    queries,
  );
  return rows[0] ?? { found: 0, example: null };
}

export async function putRowCheck(
  queries: Queries,
  rule: string,
  found: number,
  example: string | null,
): Promise<void> {
  await sql`INSERT INTO row_checks (rule, found, example) VALUES (${rule}, ${found}, ${example})
    ON CONFLICT (rule) DO UPDATE SET found = excluded.found, example = excluded.example, checked_at = now()`.execute(
    queries,
  );
}

/** Rows that break each rule, as last looked. */
export async function rowsFound(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ rule: string; found: number }>`SELECT rule, found FROM row_checks`.execute(queries);
  return new Map(rows.map(({ rule, found }) => [rule, found]));
}
