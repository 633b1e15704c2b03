import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { SaidHere } from '../mail/said-here.ts';
import { reasonOf, refusedJustNow } from './review-queries.ts';

/** Where a letter stands; what goes with each state is in the CHECK constraints of `letters` (migration 026). */
export const letterStates = [
  'unconfirmed',
  'held',
  'waiting',
  'claimed',
  'handing-over',
  'handed-over',
  'refused',
  'bounced',
  'unknown',
  'duplicate',
  'withdrawn',
  'left-office',
] as const;
export type LetterState = (typeof letterStates)[number];

/** Whether an answer came, as the writer says; before that, whether we asked. */
export const letterAnswers = ['asked', 'not-asked', 'yes', 'no'] as const;

export interface Letter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly representative_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer | null;
  readonly state: LetterState;
  readonly held_because: string | null;
  readonly expected_on: string | null;
  readonly handed_over_at: Date | null;
  /** When it came back; null too where nobody wrote it down. */
  readonly bounced_at: Date | null;
  /** A mail server's own words. */
  readonly reply: string | null;
  /** What we say in place of a server. */
  readonly said_here: SaidHere | null;
  /** Of whoever refused it here. */
  readonly reason: string | null;
  /** They can still take that back. */
  readonly refusedJustNow: boolean;
  readonly answer: (typeof letterAnswers)[number] | null;
  readonly created_at: Date;
  readonly confirmed_at: Date | null;
}

const columns = [
  'supporter_key',
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
  'bounced_at',
  'reply',
  'said_here',
  'answer',
  'created_at',
  'confirmed_at',
] as const;

/** The letters of one action, in the order in which they were written. */
export async function selectLetters(queries: Queries, key: Buffer, actionId: string): Promise<Letter[]> {
  const rows = queries
    .selectFrom('letters')
    .select(columns)
    .select([reasonOf('letters'), refusedJustNow('letters')])
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId);
  return (await rows.orderBy('id').execute()) as Letter[];
}

/** Everything kept of one supporter's letters. */
export async function selectLettersOf(queries: Queries, key: Buffer): Promise<Letter[]> {
  return (await queries
    .selectFrom('letters')
    .select(columns)
    .select([reasonOf('letters'), refusedJustNow('letters')])
    .where('supporter_key', '=', key)
    .orderBy('id')
    .execute()) as Letter[];
}

/** The letters of actions of several supporters. */
export async function selectLettersOfActions(
  queries: Queries,
  actions: readonly { readonly supporterKey: Buffer; readonly id: string }[],
): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    SELECT ${sql.join([...columns.map((column) => sql.ref(`l.${column}`)), reasonOf('l'), refusedJustNow('l')])} FROM letters l
    JOIN unnest(${actions.map(({ supporterKey }) => supporterKey)}::bytea[], ${actions.map(({ id }) => id)}::uuid[]) AS a (key, id)
      ON l.supporter_key = a.key AND l.action_id = a.id ORDER BY l.id`.execute(queries);
  return rows;
}

/** A letter with what decides whether it is a duplicate. */
export interface BoundLetter extends Letter {
  readonly ask_id: string;
  /** Null where the channel is gone. */
  readonly mailbox: string | null;
}

/** Every letter of one supporter, in the order in which they were written. */
export async function selectBound(queries: Queries, key: Buffer): Promise<BoundLetter[]> {
  return (await queries
    .selectFrom('letters as l')
    .leftJoin('channels as there', 'there.id', 'l.channel_id')
    .select(columns.map((column) => `l.${column}` as const))
    .select([reasonOf('l'), refusedJustNow('l')])
    .select(['l.ask_id', 'there.mailbox'])
    .where('l.supporter_key', '=', key)
    .orderBy('l.id')
    .execute()) as BoundLetter[];
}

/**
 * Binds the letters of an action: one is bound already to the same office-holder, for the same ask of the same campaign, makes this one a
 * duplicate, and so does another letter of the same action to the same mailbox. The caller holds the supporter's row, so that two
 * confirmations of one person can't both find nothing.
 */
export async function bindLetters(
  queries: Queries,
  key: Buffer,
  actionId: string,
  now: Date,
): Promise<{ id: string; channel_id: string; state: LetterState }[]> {
  const { rows } = await sql<{ id: string; channel_id: string; state: LetterState }>`
    WITH bound AS (SELECT l.id, CASE
        WHEN EXISTS (SELECT 1 FROM letters b
          WHERE b.supporter_key = l.supporter_key AND b.campaign_id = l.campaign_id AND b.ask_id = l.ask_id
            AND b.representative_id = l.representative_id AND b.confirmed_at IS NOT NULL
              AND b.state NOT IN ('duplicate', 'withdrawn')) THEN 'duplicate'
        WHEN EXISTS (SELECT 1 FROM letters e JOIN channels there ON there.id = e.channel_id JOIN channels here ON here.id = l.channel_id
          WHERE e.supporter_key = l.supporter_key AND e.action_id = l.action_id AND e.id < l.id
            AND there.mailbox = here.mailbox) THEN 'duplicate'
        WHEN l.held_because IS NOT NULL THEN 'held' ELSE 'waiting' END AS state
      FROM letters l WHERE l.supporter_key = ${key} AND l.action_id = ${actionId} AND l.state = 'unconfirmed')
    UPDATE letters l SET confirmed_at = ${now}, state = b.state, due_at = CASE b.state WHEN 'waiting' THEN ${now}::timestamptz END
    FROM bound b WHERE l.supporter_key = ${key} AND l.id = b.id AND l.state = 'unconfirmed'
    RETURNING l.id, l.channel_id, l.state`.execute(queries);
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

/**
 * Locks what may still leave, in one order; whoever locks letters and their action locks the letters first (migration 013).
 * @returns how many are just leaving
 */
export async function lockOnTheirWay(trx: Queries, key: Buffer, actionId?: string): Promise<number> {
  const rows = trx
    .selectFrom('letters')
    .select('state')
    .where('supporter_key', '=', key)
    .where('state', 'in', ['held', 'waiting', 'claimed', 'handing-over'])
    .orderBy('id')
    .forUpdate();
  const locked = await (actionId === undefined ? rows : rows.where('action_id', '=', actionId)).execute();
  return locked.filter(({ state }) => state === 'handing-over').length;
}

export async function countLeaving(queries: Queries, key: Buffer, actionId: string): Promise<number> {
  const { leaving } = await queries
    .selectFrom('letters')
    .select((row) => row.fn.countAll<number>().as('leaving'))
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId)
    .where('state', '=', 'handing-over')
    .executeTakeFirstOrThrow();
  return leaving;
}

/** Takes back what has not begun to leave; a claim on it is void from then on. @returns how many letters; duplicates never counted */
export async function withdraw(queries: Queries, key: Buffer, actionId: string): Promise<number> {
  const { numUpdatedRows } = await queries
    .updateTable('letters')
    .set({ state: 'withdrawn', text_sealed: null, claim: null, due_at: null })
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId)
    .where('state', 'in', ['unconfirmed', 'held', 'waiting', 'claimed'])
    .executeTakeFirst();
  await queries
    .updateTable('letters')
    .set({ state: 'withdrawn', text_sealed: null })
    .where('supporter_key', '=', key)
    .where('action_id', '=', actionId)
    .where('state', '=', 'duplicate')
    .execute();
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
    .set({ answer, answer_at: now, ask_again_at: null })
    .where('supporter_key', '=', key)
    .where('id', '=', letterId)
    .where('state', '=', 'handed-over')
    .execute();
}

/** A letter that was handed over, while its words are kept. */
export async function selectHandedOver(queries: Queries, key: Buffer, id: string) {
  const row = await queries
    .selectFrom('letters')
    .innerJoin('channels', 'channels.id', 'channel_id')
    .select([
      'supporter_key',
      'letters.id',
      'action_id',
      'campaign_id',
      'letters.representative_id',
      'channels.id as channel_id',
    ])
    .select(['text_sealed', 'value as address'])
    .where('supporter_key', '=', key)
    .where('letters.id', '=', id)
    .where('handed_over_at', 'is not', null)
    .executeTakeFirst();
  return row?.text_sealed ? { ...row, text_sealed: row.text_sealed } : undefined;
}
