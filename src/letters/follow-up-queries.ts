import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** An action with letters of which its writer is to be asked whether an answer came. */
export interface ActionToFollowUp {
  readonly supporter_key: Buffer;
  readonly action_id: string;
}

/** How long whoever takes an action to ask has for it. */
const LEASE = sql`interval '1 hour'`;
/** Nothing is put off for longer than that: such a day was written while the clock was wrong. */
const LONGEST_PUT_OFF = sql`interval '2 days'`;

function notFollowedUp(before: Date): RawBuilder<boolean> {
  return sql`state = 'handed-over' AND answer IS NULL AND handed_over_at < ${before}`;
}

/** Takes actions with letters handed over before a moment, whose writer has not been asked; nobody else takes them for an hour. */
export async function takeToFollowUp(
  queries: Queries,
  before: Date,
  now: Date,
  limit: number,
): Promise<ActionToFollowUp[]> {
  const { rows } = await sql<ActionToFollowUp>`
    WITH due AS (
      SELECT supporter_key, id FROM letters WHERE ${notFollowedUp(before)}
        AND (ask_again_at IS NULL OR ask_again_at <= ${now} OR ask_again_at > ${now}::timestamptz + ${LONGEST_PUT_OFF})
      ORDER BY handed_over_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    taken AS (
      UPDATE letters l SET ask_again_at = ${now}::timestamptz + ${LEASE} FROM due
      WHERE l.supporter_key = due.supporter_key AND l.id = due.id RETURNING l.supporter_key, l.action_id)
    SELECT DISTINCT supporter_key, action_id FROM taken`.execute(queries);
  return rows;
}

/** The question left, or never can. */
export async function noteFollowedUp(
  queries: Queries,
  action: ActionToFollowUp,
  before: Date,
  answer: 'asked' | 'not-asked',
): Promise<void> {
  await sql`UPDATE letters SET answer = ${answer}, ask_again_at = NULL
    WHERE supporter_key = ${action.supporter_key} AND action_id = ${action.action_id} AND ${notFollowedUp(before)}`.execute(
    queries,
  );
}

/** The question could not leave for now. */
export async function putOffFollowUp(
  queries: Queries,
  action: ActionToFollowUp,
  before: Date,
  until: Date,
): Promise<void> {
  await sql`UPDATE letters SET ask_again_at = ${until}
    WHERE supporter_key = ${action.supporter_key} AND action_id = ${action.action_id} AND ${notFollowedUp(before)}`.execute(
    queries,
  );
}
