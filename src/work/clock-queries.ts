import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** What the database's clock says at this moment, in milliseconds since 1970. */
export async function selectClock(queries: Queries): Promise<number | undefined> {
  const { rows } = await sql<{
    now: number;
  }>`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`.execute(queries);
  return rows[0]?.now;
}
