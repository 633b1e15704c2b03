import { sql } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import { CLAIMED, type ClaimedLetter } from './delivery-queries.ts';

/**
 * Claims all letters that wait for one mailbox whose office asked for a single mail a day; none where no such mailbox has any.
 * @param missed the day's turn: only letters that were confirmed before it, to a mailbox that got none since
 */
export async function claimDigest(
  queries: Queries,
  claim: string,
  limit: number,
  missed: Date | null = null,
): Promise<ClaimedLetter[]> {
  const turn = sql`${missed}::timestamptz`;
  const waits = sql`w.state = 'waiting' AND w.due_at <= now() AND (${turn} IS NULL OR w.confirmed_at < ${turn})`;
  const { rows } = await sql<ClaimedLetter>`
    WITH office AS (
      SELECT m.address FROM mailboxes m LEFT JOIN receiving_domains d ON d.domain = m.domain
      WHERE m.delivery = 'digest' AND m.paused_at IS NULL AND d.paused_at IS NULL
        AND (${turn} IS NULL OR m.last_handed_over_at IS NULL OR m.last_handed_over_at < ${turn})
        AND EXISTS (SELECT 1 FROM channels c JOIN letters w ON w.channel_id = c.id
          WHERE c.mailbox = m.address AND c.ended_at IS NULL AND ${waits})
      ORDER BY m.address LIMIT 1 FOR UPDATE OF m SKIP LOCKED),
    next AS (
      SELECT w.supporter_key, w.id FROM office JOIN channels c ON c.mailbox = office.address AND c.ended_at IS NULL
      JOIN letters w ON w.channel_id = c.id
      WHERE ${waits} ORDER BY w.due_at LIMIT ${limit} FOR UPDATE OF w SKIP LOCKED),
    claimed AS (
      UPDATE letters l SET state = 'claimed', claim = ${claim}::uuid, claimed_at = now(), attempts = l.attempts + 1
      FROM next, channels there WHERE l.supporter_key = next.supporter_key AND l.id = next.id AND there.id = l.channel_id
      RETURNING l.confirmed_at AS confirmed, ${CLAIMED})
    -- What an UPDATE returns is in no order.
    SELECT * FROM claimed ORDER BY confirmed, id`.execute(queries);
  return rows;
}

/**
 * Says, before a byte leaves, that all letters of one digest may arrive.
 * @returns false unless every one of them is still ours; then none is said to leave
 */
export function beginDigest(database: Database, letters: readonly ClaimedLetter[], bounceId: Buffer): Promise<boolean> {
  const ids = letters.map(({ id }) => id);
  return database.transaction().execute(async (trx) => {
    const { rows } =
      await sql`SELECT 1 FROM letters WHERE claim = ${letters[0]?.claim ?? null}::uuid AND id = ANY(${ids}::uuid[]) AND state = 'claimed'
      ORDER BY supporter_key, id FOR UPDATE`.execute(trx);
    if (rows.length !== letters.length) return false;
    await sql`UPDATE letters SET state = 'handing-over', bounce_id = ${bounceId}, claimed_at = now()
      WHERE claim = ${letters[0]?.claim ?? null}::uuid AND id = ANY(${ids}::uuid[]) AND state = 'claimed'`.execute(trx);
    return true;
  });
}
