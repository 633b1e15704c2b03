import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** A letter, or a digest of several, whose mail has come back. */
export interface ReturnedLetter {
  readonly bounceId: Buffer;
  readonly channelId: string;
  /** Where it was sent; undefined where that address is no longer known. */
  readonly address: string | undefined;
}

/** @returns undefined where the id is no letter's, or the letter never left */
export async function findReturnedLetter(queries: Queries, bounceId: Buffer): Promise<ReturnedLetter | undefined> {
  const { rows } = await sql<{ channel_id: string; address: string | null }>`
    SELECT l.channel_id, c.value AS address FROM letters l LEFT JOIN channels c ON c.id = l.channel_id
    WHERE l.bounce_id = ${bounceId} AND l.state IN ('handed-over', 'unknown', 'handing-over', 'bounced') LIMIT 1`.execute(
    queries,
  );
  const [row] = rows;
  return row && { bounceId, channelId: row.channel_id, address: row.address ?? undefined };
}

/**
 * Whoever is handing it over just now finds it so, and writes nothing over this (`recordEnd`).
 * @returns whether it had not been told before
 */
export async function markBounced(
  queries: Queries,
  bounceId: Buffer,
  reply: string | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ before: string }>`
    UPDATE letters l SET state = 'bounced', reply = coalesce(${reply}, CASE WHEN l.state = 'bounced' THEN l.reply END),
      bounced_at = CASE l.state WHEN 'bounced' THEN l.bounced_at ELSE ${now}::timestamptz END,
      said_here = NULL, due_at = NULL, ask_again_at = NULL FROM letters b
    WHERE l.supporter_key = b.supporter_key AND l.id = b.id AND b.bounce_id = ${bounceId}
      AND b.state IN ('handed-over', 'unknown', 'handing-over', 'bounced')
    RETURNING b.state AS before`.execute(queries);
  return rows.some(({ before }) => before !== 'bounced');
}
