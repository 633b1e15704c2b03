import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';

/**
 * How many people have asked something of a state, in letters that were confirmed and not taken back; of a demonstration's campaign
 * those who tried it, of every other one none of them.
 */
export async function countAskers(queries: Queries, askId: string, state: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    SELECT count(DISTINCT l.supporter_key)::int AS people
    FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id JOIN campaigns c ON c.id = l.campaign_id
    WHERE l.ask_id = ${askId} AND a.country = ${state} AND l.confirmed_at IS NOT NULL AND l.state <> 'withdrawn'
      AND (a.controller_id = ${DEMONSTRATION}) = (c.controller_id = ${DEMONSTRATION})`.execute(queries);
  return rows[0]?.people ?? 0;
}
