import { sql } from 'kysely';
import { anyOf } from '../../database/any-of.ts';
import type { Queries } from '../../database/database.ts';
import { groupSliceParts, inOrder, type Order, type Slice, sliceParts } from '../../database/slice.ts';
import type { LetterState } from '../letter-queries.ts';
import { type ReviewDecision, reviewDecisions } from '../review-queries.ts';

/** What somebody decided of a letter that was held, with what says whether that can be taken back. */
export interface DecidedRow {
  /** Of the decision. */
  readonly review: string;
  /** Of the letter. */
  readonly id: string;
  readonly supporter_key: Buffer;
  readonly campaign_id: string;
  readonly ask_id: string;
  readonly country: string;
  readonly decision: ReviewDecision;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  /** Nothing was decided of it since. */
  readonly isLast: boolean;
  readonly state: LetterState;
  readonly text_sealed: Buffer | null;
  readonly refusedHere: boolean;
  readonly withdrawn: boolean;
  readonly claimed_at: Date | null;
}

const columns = sql`r.id AS review, l.id, l.supporter_key, l.campaign_id, l.ask_id, a.country, r.decision, r.decided_at AS "decidedAt",
  coalesce(d.name, '') AS "decidedBy", l.state, l.text_sealed, l.said_here = 'refused-here' IS TRUE AS "refusedHere",
  a.state = 'withdrawn' AS withdrawn, l.claimed_at, NOT EXISTS (SELECT FROM reviews o WHERE o.supporter_key = r.supporter_key
    AND o.letter_id = r.letter_id AND (o.decided_at, o.id) > (r.decided_at, r.id)) AS "isLast"`;
const beside = sql`JOIN held_letters h ON h.supporter_key = r.supporter_key AND h.letter_id = r.letter_id
  JOIN letters l ON l.supporter_key = r.supporter_key AND l.id = r.letter_id
  JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
  LEFT JOIN actors d ON d.id = r.decided_by`;

const byDecided: Order = { by: sql`r.decided_at`, kind: 'moment', id: sql`r.id`, idType: 'uuid' };

export async function selectDecidedSlice(
  queries: Queries,
  decision: ReviewDecision | undefined,
  slice: Slice,
): Promise<(DecidedRow & { readonly position: string })[]> {
  const { position, ordered } = sliceParts(byDecided, slice);
  const each = groupSliceParts(byDecided, slice, { columns: [sql`r.decision`], values: [sql`of_decision.one`] });
  const among = decision ? [decision] : [...reviewDecisions];
  // Looked for one by one, so that nothing but the page is read; of what was decided before version 0.3 no such row is there.
  const { rows } = await sql<DecidedRow & { position: string }>`
    WITH found AS MATERIALIZED (SELECT r.* FROM unnest(${among}::text[]) AS of_decision (one) CROSS JOIN LATERAL (
      SELECT r.id, r.decided_at FROM reviews r CROSS JOIN LATERAL (SELECT FROM held_letters h WHERE h.supporter_key = r.supporter_key
        AND h.letter_id = r.letter_id LIMIT 1) h WHERE ${each.within} ${each.ordered}) r ${ordered})
    SELECT ${columns}, ${position} AS position FROM found JOIN reviews r ON r.id = found.id ${beside} ${ordered}`.execute(
    queries,
  );
  return inOrder(rows, slice);
}

/** By the ids of decisions, the last first. */
export async function selectDecidedNamed(queries: Queries, reviews: readonly string[]): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    SELECT ${columns} FROM reviews r ${beside} WHERE r.id = ${anyOf(reviews, 'uuid')} ORDER BY r.decided_at DESC, r.id`.execute(
    queries,
  );
  return rows;
}
