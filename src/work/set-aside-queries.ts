import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';

export interface SetAsideCount {
  readonly of_table: string;
  readonly rule: string;
  readonly found: number;
}

/** What an upgrade could not hold to a rule: rows set aside, and constraints that old rows still break. */
export async function setAsideCounts(queries: Queries): Promise<readonly SetAsideCount[]> {
  const aside: RawBuilder<SetAsideCount> = sql`SELECT from_table AS of_table, refused_by AS rule, count(*)::int AS found
    FROM set_aside GROUP BY 1, 2`;
  const open: RawBuilder<SetAsideCount> = sql`SELECT conrelid::regclass::text, conname, 0 FROM pg_constraint
    WHERE NOT convalidated AND connamespace = 'public'::regnamespace`;
  return (await sql<SetAsideCount>`${aside} UNION ALL ${open} ORDER BY 1, 2`.execute(queries)).rows;
}

/** What was set aside before a moment of these tables, or of a supporter. @returns how many */
export async function deleteSetAsideBefore(queries: Queries, before: Date, tables: readonly string[]): Promise<number> {
  const gone = await queries
    .deleteFrom('set_aside')
    .where('set_aside_at', '<=', before)
    .where((is) => is.or([is('supporter_key', 'is not', null), is('from_table', '=', anyOf(tables, 'text'))]))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** What was set aside of one supporter. */
export async function deleteSetAside(trx: Queries, supporterKey: Buffer): Promise<void> {
  await trx.deleteFrom('set_aside').where('supporter_key', '=', supporterKey).execute();
}
