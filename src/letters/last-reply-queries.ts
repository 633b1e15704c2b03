import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { LastReply } from '../mail/last-replies.ts';
import { withoutPeople } from '../mail/smtp-replies.ts';

/** What receiving servers said to the letters that left last; those of which an answer has come are left out, as their index does. */
export async function lastRepliesToLetters(queries: Queries): Promise<LastReply[]> {
  const { rows } = await sql<{ at: Date; says: string }>`SELECT handed_over_at AS at, reply AS says FROM letters
    WHERE state = 'handed-over' AND answer IS NULL AND handed_over_at IS NOT NULL AND reply IS NOT NULL
    ORDER BY handed_over_at DESC LIMIT 3`.execute(queries);
  return rows.map(({ at, says }) => ({ at, says: withoutPeople(says) }));
}
