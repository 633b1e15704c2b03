import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Where a letter stands; the CHECK constraint of `letters` has the same words. */
export type LetterState =
  | 'unconfirmed'
  | 'by-hand'
  | 'held'
  | 'waiting'
  | 'claimed'
  | 'handing-over'
  | 'handed-over'
  | 'refused'
  | 'bounced'
  | 'unknown'
  | 'duplicate'
  | 'withdrawn'
  | 'left-office';

export interface Letter {
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly representative_id: string;
  readonly channel_id: string | null;
  readonly text_sealed: Buffer | null;
  readonly state: LetterState;
  readonly held_because: string | null;
  readonly expected_on: string | null;
  readonly handed_over_at: Date | null;
  readonly reply: string | null;
  readonly answer: 'asked' | 'yes' | 'no' | null;
  readonly created_at: Date;
  readonly confirmed_at: Date | null;
}

const columns = [
  'id',
  'action_id',
  'campaign_id',
  'representative_id',
  'channel_id',
  'text_sealed',
  'state',
  'held_because',
  'expected_on',
  'handed_over_at',
  'reply',
  'answer',
  'created_at',
  'confirmed_at',
] as const;

/** The letters of one act, in the order in which they were written. */
export async function selectLetters(queries: Queries, key: Buffer, actionId: string): Promise<Letter[]> {
  const rows = queries
    .selectFrom('letters')
    .select(columns)
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId);
  return (await rows.orderBy('id').execute()) as Letter[];
}

/** Everything kept of one supporter's letters. */
export async function selectLettersOf(queries: Queries, key: Buffer): Promise<Letter[]> {
  return (await queries
    .selectFrom('letters')
    .select(columns)
    .where('supporter_key', '=', key)
    .orderBy('id')
    .execute()) as Letter[];
}

/**
 * Binds the letters of an act: one is bound already to the same office-holder, for the same ask of the same campaign, makes this one a
 * duplicate. The caller holds the supporter's row, so that two confirmations of one person can't both find nothing.
 */
export async function bindLetters(
  queries: Queries,
  key: Buffer,
  actionId: string,
  now: Date,
): Promise<{ id: string; channel_id: string | null; state: LetterState }[]> {
  const { rows } = await sql<{ id: string; channel_id: string | null; state: LetterState }>`
    UPDATE letters l SET confirmed_at = ${now}, due_at = ${now}, state = CASE
        WHEN EXISTS (SELECT 1 FROM letters b WHERE b.supporter_key = l.supporter_key AND b.campaign_id = l.campaign_id AND b.ask_id = l.ask_id
            AND b.representative_id = l.representative_id AND b.confirmed_at IS NOT NULL AND b.state NOT IN ('duplicate', 'withdrawn')) THEN 'duplicate'
        WHEN held_because IS NOT NULL THEN 'held' ELSE 'waiting' END
    WHERE supporter_key = ${key} AND action_id = ${actionId} AND state = 'unconfirmed'
    RETURNING id, channel_id, state`.execute(queries);
  return rows;
}

export async function setExpected(
  queries: Queries,
  key: Buffer,
  days: readonly { id: string; day: string }[],
): Promise<void> {
  await sql`UPDATE letters SET expected_on = d.day FROM json_to_recordset(${JSON.stringify(days)}::json) AS d (id uuid, day date)
    WHERE supporter_key = ${key} AND letters.id = d.id`.execute(queries);
}

/** Takes back what has not left our hands. @returns how many letters */
export async function withdraw(queries: Queries, key: Buffer, actionId: string): Promise<number> {
  const { numUpdatedRows } = await queries
    .updateTable('letters')
    .set({ state: 'withdrawn', text_sealed: null })
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId)
    .where('state', 'in', ['unconfirmed', 'held', 'waiting'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function setAnswer(
  queries: Queries,
  key: Buffer,
  letterId: string,
  answer: 'yes' | 'no',
  now: Date,
): Promise<void> {
  await queries
    .updateTable('letters')
    .set({ answer, answer_at: now })
    .where('supporter_key', '=', key)
    .where('id', '=', letterId)
    .where('state', '=', 'handed-over')
    .execute();
}

/** Acts with letters handed over before a moment, whose writer has not been asked for an answer; they are marked as asked. */
export async function takeToAsk(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<{ supporter_key: Buffer; action_id: string }[]> {
  const { rows } = await sql<{ supporter_key: Buffer; action_id: string }>`
    WITH due AS (
      SELECT supporter_key, id FROM letters WHERE state = 'handed-over' AND answer IS NULL AND handed_over_at < ${before}
      ORDER BY handed_over_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    asked AS (
      UPDATE letters l SET answer = 'asked' FROM due WHERE l.supporter_key = due.supporter_key AND l.id = due.id
      RETURNING l.supporter_key, l.action_id)
    SELECT DISTINCT supporter_key, action_id FROM asked`.execute(queries);
  return rows;
}
