import { type RawBuilder, sql } from 'kysely';
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

export interface SetAsideCount {
  readonly of_table: string;
  readonly rule: string;
  readonly found: number;
}

/** What an upgrade could not hold to a rule: rows set aside, and constraints that old rows still break. */
export async function setAsideCounts(queries: Queries): Promise<readonly SetAsideCount[]> {
  const aside: RawBuilder<SetAsideCount> = sql`SELECT from_table AS of_table, refused_by AS rule, count(*)::int AS found FROM set_aside GROUP BY 1, 2`;
  const open: RawBuilder<SetAsideCount> = sql`SELECT conrelid::regclass::text, conname, 0 FROM pg_constraint
    WHERE NOT convalidated AND connamespace = 'public'::regnamespace`;
  return (await sql<SetAsideCount>`${aside} UNION ALL ${open} ORDER BY 1, 2`.execute(queries)).rows;
}
