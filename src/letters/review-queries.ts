import { type AliasedRawBuilder, sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { SaidHere } from '../mail/said-here.ts';
import { UNDO_SECONDS } from './held/review-times.ts';

/** What a person said of a letter that was held. */
export const reviewDecisions = ['released', 'refused'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** A letter that this transaction may decide: nobody else changes it until it ends. */
export interface LockedLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer | null;
  /** In which its writer is told. */
  readonly writerLang: Lang;
}

/** How many wait, the one confirmed first the longest. */
export function countHeld(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT confirmed_at AS at FROM letters WHERE state = 'held'`);
}

/**
 * Those of the ids that are held, locked in one order, so that two who decide the same wait for each other, and no withdrawal can
 * deadlock.
 */
export async function lockHeld(trx: Queries, ids: readonly string[]): Promise<LockedLetter[]> {
  const { rows } = await sql<LockedLetter>`
    SELECT l.supporter_key, l.id, l.action_id, l.channel_id, l.text_sealed, a.lang AS "writerLang"
    FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
    WHERE l.state = 'held' AND l.id = ${anyOf(ids, 'uuid')} ORDER BY l.supporter_key, l.id FOR UPDATE OF l`.execute(
    trx,
  );
  return rows;
}

/**
 * Refused, it says who by: the reason is the review's (`insertReview`).
 * @param waits seconds for which what is released stays here
 * @returns false where its writer took it back at this moment
 */
export async function settleHeld(
  trx: Queries,
  letter: Pick<LockedLetter, 'supporter_key' | 'id'>,
  state: 'waiting' | 'refused',
  waits: number,
): Promise<boolean> {
  const said_here = state === 'refused' ? ('refused-here' satisfies SaidHere) : null;
  const due_at = state === 'waiting' ? sql<Date>`now() + make_interval(secs => ${waits}::int)` : null;
  const settled = await trx
    .updateTable('letters')
    .set({ state, reply: null, said_here, due_at })
    .where('supporter_key', '=', letter.supporter_key)
    .where('id', '=', letter.id)
    .where('state', '=', 'held')
    .returning('state')
    .executeTakeFirst();
  return settled?.state === state;
}

export async function insertReview(
  queries: Queries,
  letter: Pick<LockedLetter, 'supporter_key' | 'id'>,
  by: ActorId,
  reason: string | undefined,
): Promise<void> {
  await queries
    .insertInto('reviews')
    .values({
      supporter_key: letter.supporter_key,
      letter_id: letter.id,
      decision: reason === undefined ? 'released' : 'refused',
      reason: reason ?? null,
      decided_by: by,
    })
    .execute();
}

/** Why people here refused a letter; null of any other. */
export function reasonOf(letters: string): AliasedRawBuilder<string | null, 'reason'> {
  const of = (column: string) => sql.ref(`${letters}.${column}`);
  return sql<string | null>`CASE ${of('said_here')} WHEN 'refused-here' THEN (
    SELECT r.reason FROM reviews r WHERE r.supporter_key = ${of('supporter_key')} AND r.letter_id = ${of('id')} AND r.decision = 'refused'
    ORDER BY r.decided_at DESC, r.id DESC LIMIT 1) END`.as('reason');
}

/** Whether people here refused a letter so lately that they can still take that back: its writer is told nothing of it yet. */
export function refusedJustNow(letters: string): AliasedRawBuilder<boolean, 'refusedJustNow'> {
  const of = (column: string) => sql.ref(`${letters}.${column}`);
  return sql<boolean>`coalesce(${of('said_here')} = 'refused-here', false) AND EXISTS (
    SELECT FROM reviews r WHERE r.supporter_key = ${of('supporter_key')} AND r.letter_id = ${of('id')} AND r.decision = 'refused'
      AND r.decided_at > now() - make_interval(secs => ${UNDO_SECONDS}::int))`.as('refusedJustNow');
}

export async function selectRefusal(
  queries: Queries,
  key: Buffer,
  letterId: string,
): Promise<{ action_id: string; representative_id: string; state: string; reason: string | null } | undefined> {
  return queries
    .selectFrom('letters')
    .select(['action_id', 'representative_id', 'state', reasonOf('letters')])
    .where('supporter_key', '=', key)
    .where('id', '=', letterId)
    .executeTakeFirst();
}

/**
 * Lets go of what a restore held back. Locked in one order, so that no withdrawal can deadlock.
 * @returns the channels whose queues must be open, one a letter
 */
export async function releaseRestored(queries: Queries, by: ActorId): Promise<string[]> {
  const { rows } = await sql<{ channel_id: string }>`
    WITH restored AS (
      SELECT supporter_key, id FROM letters WHERE state = 'held' AND held_because = 'restored' ORDER BY supporter_key, id FOR UPDATE),
    released AS (
      UPDATE letters l SET state = 'waiting', held_because = NULL, due_at = now() FROM restored r
      WHERE l.supporter_key = r.supporter_key AND l.id = r.id RETURNING l.supporter_key, l.id, l.state, l.channel_id),
    looked_at AS (
      INSERT INTO reviews (supporter_key, letter_id, decision, decided_by)
        SELECT supporter_key, id, 'released', ${by} FROM released WHERE state = 'waiting')
    SELECT channel_id FROM released WHERE state = 'waiting' AND channel_id IS NOT NULL`.execute(queries);
  return rows.map(({ channel_id }) => channel_id);
}
