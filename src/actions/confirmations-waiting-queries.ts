import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import { OF_ITS_OPEN_CAMPAIGN } from './outgoing-queries.ts';

/** How many actions wait for their mail, counted to 10,000, and for how many seconds the oldest of them has. */
export async function confirmationsWaiting(queries: Queries): Promise<{ count: number; seconds: number }> {
  const { rows } = await sql<{ count: number; seconds: number }>`
    SELECT count(*) AS count, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS seconds FROM (
      SELECT created_at FROM actions WHERE mail_state = 'due' AND state = 'unconfirmed' AND expires_at > now() AND ${OF_ITS_OPEN_CAMPAIGN}
      ORDER BY mail_due_at LIMIT 10000) w`.execute(queries);
  return rows[0] ?? { count: 0, seconds: 0 };
}
