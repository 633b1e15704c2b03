import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** The database's `now()`: that of the surrounding transaction's beginning, where there is one. */
export async function selectNow(queries: Queries): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`SELECT now() AS at`.execute(queries);
  return rows[0]?.at;
}
