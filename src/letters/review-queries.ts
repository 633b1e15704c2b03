import { type AliasedRawBuilder, sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { SaidHere } from '../mail/said-here.ts';

/** What a person said of a letter that was held. */
export const reviewDecisions = ['released', 'refused'] as const;

export interface ReviewedLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer | null;
  readonly held_because: string | null;
  readonly confirmed_at: Date | null;
}

const columns = [
  'supporter_key',
  'id',
  'action_id',
  'campaign_id',
  'channel_id',
  'text_sealed',
  'held_because',
  'confirmed_at',
] as const;

export function selectHeld(queries: Queries, id?: string): Promise<ReviewedLetter[]> {
  const held = queries.selectFrom('letters').select(columns).where('state', '=', 'held').orderBy('confirmed_at');
  return (id ? held.where('id', '=', id) : held.limit(200)).execute();
}

/** How many wait, the one confirmed first the longest. */
export function countHeld(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT confirmed_at AS at FROM letters WHERE state = 'held'`);
}

/**
 * Refused, it says who by: the reason is the review's (`insertReview`).
 * @returns undefined where none such is held, or its writer took it back at this moment
 */
export async function settleHeld(
  queries: Queries,
  id: string,
  state: 'waiting' | 'refused',
): Promise<ReviewedLetter | undefined> {
  const said_here = state === 'refused' ? ('refused-here' satisfies SaidHere) : null;
  const letter = await queries
    .updateTable('letters')
    .set({ state, reply: null, said_here, due_at: state === 'waiting' ? new Date() : null })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .returning([...columns, 'state'])
    .executeTakeFirst();
  return letter?.state === state ? letter : undefined;
}

export async function insertReview(
  queries: Queries,
  letter: ReviewedLetter,
  decision: { by: ActorId; refuse?: string },
): Promise<void> {
  await queries
    .insertInto('reviews')
    .values({
      supporter_key: letter.supporter_key,
      letter_id: letter.id,
      decision: decision.refuse === undefined ? 'released' : 'refused',
      reason: decision.refuse ?? null,
      decided_by: decision.by,
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
