import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** How many letters could leave now, but for the budgets of those they go to; counted to 10,000. */
export async function lettersWaiting(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (
    SELECT 1 FROM letters WHERE state = 'waiting' AND due_at <= now() LIMIT 10000) w`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** How many confirmed letters of an ask wait for their turn, or for somebody who looks at them; each counted to 10,000. */
export async function lettersOfAskWaiting(queries: Queries, ask: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT
    (SELECT count(*) FROM (SELECT 1 FROM letters WHERE state = 'waiting' AND ask_id = ${ask} LIMIT 10000) w)::int
    + (SELECT count(*) FROM (SELECT 1 FROM letters_to_look_at WHERE ask_id = ${ask} LIMIT 10000) h)::int AS n`.execute(
    queries,
  );
  return rows[0]?.n ?? 0;
}
