import type { Queries } from '../database/database.ts';

export interface ReviewedLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly channel_id: string | null;
  readonly text_sealed: Buffer | null;
  readonly held_because: string | null;
  readonly confirmed_at: Date | null;
}

const columns = [
  'supporter_key',
  'id',
  'action_id',
  'channel_id',
  'text_sealed',
  'held_because',
  'confirmed_at',
] as const;

export function selectHeld(queries: Queries, id?: string): Promise<ReviewedLetter[]> {
  const held = queries.selectFrom('letters').select(columns).where('state', '=', 'held').orderBy('confirmed_at');
  return (id ? held.where('id', '=', id) : held.limit(200)).execute();
}

export async function settleHeld(
  queries: Queries,
  id: string,
  state: 'waiting' | 'refused',
  reply: string | undefined,
): Promise<ReviewedLetter | undefined> {
  return queries
    .updateTable('letters')
    .set({ state, reply: reply ?? null, due_at: new Date() })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .returning(columns)
    .executeTakeFirst();
}

export async function insertReview(
  queries: Queries,
  letter: ReviewedLetter,
  decision: { by: string; refuse?: string },
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

/** Lets go of what a restore held back. @returns the channels whose queues must be open */
export async function releaseRestored(queries: Queries): Promise<string[]> {
  const released = await queries
    .updateTable('letters')
    .set({ state: 'waiting', held_because: null, due_at: new Date() })
    .where('state', '=', 'held')
    .where('held_because', '=', 'restored')
    .returning('channel_id')
    .execute();
  return released.flatMap(({ channel_id }) => channel_id ?? []);
}
