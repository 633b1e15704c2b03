import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

const left = sql`state = 'handed-over', handed_over_at = now(), said_here = 'kept-here'`;
/** How letters of a demonstration are made to stand after a try; each with what goes with it. */
const tried = {
  'handed-over': left,
  answered: sql`${left}, answer = 'yes', answer_at = now()`,
  unanswered: sql`${left}, answer = 'no', answer_at = now()`,
  asked: sql`${left}, answer = 'asked'`,
  refused: sql`state = 'refused', reply = '550 5.7.1 example: not taken here'`,
  bounced: sql`state = 'bounced', handed_over_at = now(), bounced_at = now(), reply = '550 5.1.1 example: no such mailbox'`,
  unknown: sql`state = 'unknown', said_here = 'no-reply'`,
} as const;
const states = {
  ...tried,
  'left-office': sql`state = 'left-office'`,
  'held-link': sql`state = 'held', held_because = 'link'`,
  'held-threat': sql`state = 'held', held_because = 'threat'`,
} as const;
export type ExampleState = keyof typeof states;
export const exampleStates = Object.keys(states) as readonly ExampleState[];

/** Makes letters of a confirmed action stand in some way. @param bounceId of the mail in which it went, where it was tried */
export async function setState(
  trx: Queries,
  key: Buffer,
  action: string,
  state: ExampleState,
  bounceId: Buffer,
): Promise<void> {
  const aTry = state in tried ? sql`, attempts = 1, claimed_at = now(), bounce_id = ${bounceId}` : sql``;
  await sql`UPDATE letters SET due_at = NULL, ${states[state]}${aTry}
    WHERE supporter_key = ${key} AND action_id = ${action} AND state = 'waiting'`.execute(trx);
}

/** Moves the letters of somebody in a demonstration so many hours back; what followed on them came one thing after the other. */
export async function ageExampleLetters(trx: Queries, key: Buffer, hours: number): Promise<void> {
  const age = sql`make_interval(hours => ${hours}::int)`;
  await sql`UPDATE letters SET created_at = created_at - ${age}, confirmed_at = confirmed_at - ${age}, due_at = due_at - ${age},
      claimed_at = claimed_at - ${age},
      expected_on = (expected_on - ${age})::date, handed_over_at = handed_over_at - ${age} + interval '2 hours',
      bounced_at = bounced_at - ${age} + interval '3 hours', answer_at = answer_at - ${age} + interval '22 days'
    WHERE supporter_key = ${key}`.execute(trx);
}
