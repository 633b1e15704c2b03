import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** How letters of a demonstration are made to stand; each with what goes with it. */
const states = {
  'handed-over': sql`state = 'handed-over', handed_over_at = now(), said_here = 'kept-here'`,
  answered: sql`state = 'handed-over', handed_over_at = now(), said_here = 'kept-here', answer = 'yes', answer_at = now()`,
  unanswered: sql`state = 'handed-over', handed_over_at = now(), said_here = 'kept-here', answer = 'no', answer_at = now()`,
  asked: sql`state = 'handed-over', handed_over_at = now(), said_here = 'kept-here', answer = 'asked'`,
  refused: sql`state = 'refused', reply = '550 5.7.1 example: not taken here'`,
  bounced: sql`state = 'bounced', handed_over_at = now(), reply = '550 5.1.1 example: no such mailbox'`,
  unknown: sql`state = 'unknown', said_here = 'no-reply'`,
  'left-office': sql`state = 'left-office'`,
  'held-link': sql`state = 'held', held_because = 'link'`,
  'held-threat': sql`state = 'held', held_because = 'threat'`,
} as const;
export type ExampleState = keyof typeof states;
export const exampleStates = Object.keys(states) as readonly ExampleState[];

/** Makes letters of a confirmed action stand in some way. @param bounceId of the mail in which it went */
export async function setState(
  trx: Queries,
  key: Buffer,
  action: string,
  state: ExampleState,
  bounceId: Buffer,
): Promise<void> {
  await sql`UPDATE letters SET bounce_id = ${bounceId}, ${states[state]}
    WHERE supporter_key = ${key} AND action_id = ${action} AND state = 'waiting'`.execute(trx);
}
