import { sql } from 'kysely';
import type { ActorId } from '../../actors/actors.ts';
import type { Lang } from '../../config/langs.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Queries } from '../../database/database.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../../database/slice.ts';
import type { LetterState } from '../letter-queries.ts';
import type { ReviewDecision } from '../review-queries.ts';
import { type HeldBecause, type HeldFilter, lettersToLookAt } from './to-look-at-queries.ts';

/** A letter that waits for a look, as lists need it. */
export interface HeldRow {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly ask_id: string;
  readonly representative_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer | null;
  readonly because: HeldBecause;
  readonly since: Date;
  /** Of its writer. */
  readonly country: string;
  /** Of its words, as far as that is known; else its writer's. */
  readonly lang: Lang;
  readonly writerLang: Lang;
  readonly takenBy: ActorId | null;
  readonly taker: string | null;
  readonly takenUntil: Date | null;
}

const columns = sql`l.supporter_key, l.id, l.action_id, l.campaign_id, l.ask_id, l.representative_id, l.channel_id, l.text_sealed,
  l.held_because AS because, l.confirmed_at AS since, a.country, a.lang AS "writerLang", coalesce(h.lang, a.lang) AS lang,
  t.id AS "takenBy", t.name AS taker, CASE WHEN t.id IS NOT NULL THEN h.taken_until END AS "takenUntil"`;
const beside = sql`JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
  LEFT JOIN held_letters h ON h.supporter_key = l.supporter_key AND h.letter_id = l.id
  LEFT JOIN actors t ON t.id = h.taken_by AND h.taken_until > now()`;

const bySince: Order = { by: sql`l.confirmed_at`, kind: 'moment', id: sql`l.id`, idType: 'uuid' };

export async function selectHeldSlice(
  queries: Queries,
  filtered: HeldFilter,
  slice: Slice,
): Promise<(HeldRow & { readonly position: string })[]> {
  const { position, ordered } = sliceParts(bySince, slice);
  const { rows } = await sql<HeldRow & { position: string }>`
    WITH found AS MATERIALIZED (SELECT * FROM (${lettersToLookAt(filtered, slice)}) one)
    SELECT ${columns}, ${position} AS position FROM found f
    JOIN letters l ON l.supporter_key = f.supporter_key AND l.id = f.letter_id ${beside} ${ordered}`.execute(queries);
  return inOrder(rows, slice);
}

/** Those of the ids that are held, the longest waiting first. */
export async function selectHeldNamed(queries: Queries, ids: readonly string[]): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    SELECT ${columns} FROM letters l ${beside} WHERE l.state = 'held' AND l.id = ${anyOf(ids, 'uuid')}
    ORDER BY l.confirmed_at, l.id`.execute(queries);
  return rows;
}

/** Others that are held for the same reason in the same language and ask, the longest waiting first. */
export async function selectBeside(queries: Queries, letter: HeldRow, limit: number): Promise<HeldRow[]> {
  const alike = { ask: letter.ask_id, why: letter.because, lang: letter.lang };
  const rows = await selectHeldSlice(queries, alike, { descending: false, limit: limit + 1 });
  return rows.filter(({ id }) => id !== letter.id).slice(0, limit);
}

/** The one that waits longest and that nobody else has. */
export async function selectNextHeld(queries: Queries, by: ActorId): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT l.id FROM letters l LEFT JOIN held_letters h ON h.supporter_key = l.supporter_key AND h.letter_id = l.id
    WHERE l.state = 'held' AND (h.taken_until > now() AND h.taken_by <> ${by}) IS NOT TRUE
    ORDER BY l.confirmed_at, l.id LIMIT 1`.execute(queries);
  return rows[0]?.id;
}

/** A letter that is held, or was: with what was decided of it last. */
export interface LookRow extends HeldRow {
  readonly state: LetterState;
  /** Of people here; undefined of a letter that nobody here refused. */
  readonly refusedHere: boolean;
  readonly withdrawn: boolean;
  readonly claimed_at: Date | null;
  readonly channelEnded: boolean;
  readonly decision: ReviewDecision | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** By its id, while it is held and after. */
export async function selectLook(queries: Queries, id: string): Promise<LookRow | undefined> {
  const { rows } = await sql<LookRow>`
    WITH one AS (SELECT supporter_key, id FROM letters WHERE state = 'held' AND id = ${id}
      UNION SELECT supporter_key, letter_id FROM held_letters WHERE letter_id = ${id})
    SELECT ${columns}, l.state, l.said_here = 'refused-here' IS TRUE AS "refusedHere", a.state = 'withdrawn' AS withdrawn,
      l.claimed_at, c.ended_at IS NOT NULL AS "channelEnded", r.decision, r.reason, r.decided_at AS "decidedAt", d.name AS "decidedBy"
    FROM one JOIN letters l ON l.supporter_key = one.supporter_key AND l.id = one.id ${beside}
    LEFT JOIN channels c ON c.id = l.channel_id
    LEFT JOIN LATERAL (SELECT decision, reason, decided_at, decided_by FROM reviews
      WHERE supporter_key = l.supporter_key AND letter_id = l.id ORDER BY decided_at DESC, id DESC LIMIT 1) r ON true
    LEFT JOIN actors d ON d.id = r.decided_by`.execute(queries);
  return rows[0];
}

/** The same, locked: nobody decides it, claims it or takes it back until the transaction ends. */
export async function lockLook(trx: Queries, id: string): Promise<LookRow | undefined> {
  const { rows } = await sql<{ supporter_key: Buffer }>`
    SELECT l.supporter_key FROM held_letters h JOIN letters l ON l.supporter_key = h.supporter_key AND l.id = h.letter_id
    WHERE h.letter_id = ${id} FOR UPDATE OF l`.execute(trx);
  return rows[0] && selectLook(trx, id);
}

/** @returns false where its writer took it back at this moment */
export async function holdAgain(
  trx: Queries,
  { supporter_key, id }: Pick<HeldRow, 'supporter_key' | 'id'>,
): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    UPDATE letters SET state = 'held', held_because = coalesce(held_because, 'restored'), said_here = NULL, reply = NULL, due_at = NULL
    WHERE supporter_key = ${supporter_key} AND id = ${id} RETURNING state`.execute(trx);
  return rows[0]?.state === 'held';
}

/** What was decided last of a letter, as if it had not been. */
export async function deleteLastReview(
  trx: Queries,
  { supporter_key, id }: Pick<HeldRow, 'supporter_key' | 'id'>,
): Promise<void> {
  await sql`DELETE FROM reviews WHERE id = (SELECT id FROM reviews WHERE supporter_key = ${supporter_key} AND letter_id = ${id}
    ORDER BY decided_at DESC, id DESC LIMIT 1)`.execute(trx);
}
