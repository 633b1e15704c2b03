import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { ReplyMeaning } from '../delivery/reply-meaning.ts';
import { noteRefused } from '../representatives/channel-health.ts';

/**
 * Writes down that a letter came back after it had been taken. Told twice, it counts once.
 * @returns false where the id is no letter's
 */
export async function noteBouncedLetter(
  queries: Queries,
  bounceId: Buffer,
  reply: string,
  meaning: ReplyMeaning,
): Promise<boolean> {
  const { rows } = await sql<{ channel_id: string | null; before: string }>`
    UPDATE letters l SET state = 'bounced', reply = ${reply} FROM letters b
    WHERE l.supporter_key = b.supporter_key AND l.id = b.id AND b.bounce_id = ${bounceId} AND b.state IN ('handed-over', 'unknown', 'handing-over', 'bounced')
    RETURNING l.channel_id, b.state AS before`.execute(queries);
  const [letter] = rows;
  if (letter?.channel_id && letter.before !== 'bounced') {
    await noteRefused(queries, letter.channel_id, meaning === 'mailbox-gone' ? 'bounced' : undefined, new Date());
  }
  return letter !== undefined;
}
