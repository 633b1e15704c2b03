import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';

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

/** @returns undefined where none such is held, or its writer took it back at this moment */
export async function settleHeld(
  queries: Queries,
  id: string,
  state: 'waiting' | 'refused',
  reply: string | undefined,
): Promise<ReviewedLetter | undefined> {
  const letter = await queries
    .updateTable('letters')
    .set({ state, reply: reply ?? null, said_here: null, due_at: state === 'waiting' ? new Date() : null })
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

export async function selectRefusal(
  queries: Queries,
  key: Buffer,
  letterId: string,
): Promise<{ action_id: string; representative_id: string; state: string; reply: string | null } | undefined> {
  return queries
    .selectFrom('letters')
    .select(['action_id', 'representative_id', 'state', 'reply'])
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
