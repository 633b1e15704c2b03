import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Moves what waits at an ended address to the same office-holder's present one. @returns the channels it waits at now */
export async function moveToNewAddress(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ channel_id: string }>`
    WITH moved AS (
      UPDATE letters l SET channel_id = present.id FROM channels gone, LATERAL (
        SELECT c.id FROM channels c JOIN mailboxes m ON m.address = c.mailbox
        WHERE c.representative_id = gone.representative_id AND c.ended_at IS NULL ORDER BY m.paused_at IS NOT NULL, c.id LIMIT 1) present
      WHERE l.state = 'waiting' AND gone.id = l.channel_id AND gone.ended_at IS NOT NULL
      RETURNING l.channel_id)
    SELECT DISTINCT channel_id FROM moved`.execute(queries);
  return rows.map(({ channel_id }) => channel_id);
}

/** Ends what has waited a day or longer at an address that is no longer used. */
export async function endForLeft(queries: Queries, limit: number): Promise<{ supporter_key: Buffer; id: string }[]> {
  const { rows } = await sql<{ supporter_key: Buffer; id: string }>`
    WITH left_behind AS (
      SELECT l.supporter_key, l.id FROM letters l JOIN channels c ON c.id = l.channel_id
      WHERE l.state = 'waiting' AND c.ended_at < now() - interval '1 day' LIMIT ${limit} FOR UPDATE OF l SKIP LOCKED)
    UPDATE letters l SET state = 'left-office', due_at = NULL, reply = NULL, said_here = NULL FROM left_behind b
    WHERE l.supporter_key = b.supporter_key AND l.id = b.id RETURNING l.supporter_key, l.id`.execute(queries);
  return rows;
}
