import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { ClaimedLetter } from './delivery-queries.ts';

/** Claims all letters that wait for one office that asked for a single mail a day; none where no such office has any. */
export async function claimDigest(queries: Queries, claim: string, limit: number): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    WITH office AS (
      SELECT c.id, c.value FROM channels c JOIN receiving_domains d ON d.domain = lower(split_part(c.value, '@', 2))
      WHERE c.delivery = 'digest' AND c.kind = 'email' AND c.paused_at IS NULL AND c.ended_at IS NULL AND d.paused_at IS NULL
        AND EXISTS (SELECT 1 FROM letters WHERE channel_id = c.id AND state = 'waiting' AND due_at <= now())
      ORDER BY c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED),
    next AS (
      SELECT l.supporter_key, l.id, office.value FROM office JOIN letters l ON l.channel_id = office.id
      WHERE l.state = 'waiting' AND l.due_at <= now() ORDER BY l.due_at LIMIT ${limit} FOR UPDATE OF l SKIP LOCKED)
    UPDATE letters l SET state = 'claimed', claim = ${claim}::uuid, claimed_at = now(), attempts = l.attempts + 1
    FROM next WHERE l.supporter_key = next.supporter_key AND l.id = next.id
    RETURNING l.supporter_key, l.id, l.action_id, l.campaign_id, l.channel_id, l.text_sealed, l.attempts, next.value AS address, l.claim`.execute(
    queries,
  );
  return rows;
}

/** Says, before a byte leaves, that all letters of one digest may arrive. @returns false unless every one of them is still ours */
export async function beginDigest(
  queries: Queries,
  letters: readonly ClaimedLetter[],
  bounceId: Buffer,
): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE letters SET state = 'handing-over', bounce_id = ${bounceId}
    WHERE claim = ${letters[0]?.claim ?? null}::uuid AND state = 'claimed'`.execute(queries);
  return Number(numAffectedRows ?? 0) === letters.length;
}
