import { sql } from 'kysely';
import type { RowRule } from '../../work/row-rules.ts';

const id = sql`r.id`;

/** What was held, what was decided of it, and what is known beside it; of partitions, or of what is written in either order. */
export const heldRowRules: readonly RowRule[] = [
  {
    name: 'letters_released_by_somebody',
    table: 'letters',
    id,
    // What a restore held back may have been claimed before, and may end here.
    where: sql`r.held_because IS NOT NULL AND r.state NOT IN ('unconfirmed', 'held', 'duplicate', 'withdrawn')
      AND NOT (r.state = 'refused' AND r.said_here IS NOT NULL AND r.said_here IN ('refused-here', 'only-tried'))
      AND NOT EXISTS (SELECT 1 FROM reviews w
        WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.id AND w.decision = 'released')`,
  },
  {
    name: 'letters_refused_with_review',
    table: 'letters',
    id,
    where: sql`r.said_here = 'refused-here' AND NOT EXISTS (SELECT 1 FROM reviews w
      WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.id AND w.decision = 'refused')`,
  },
  {
    name: 'reviews_refused_letter',
    table: 'reviews',
    id,
    // What a server refused after a try, nobody here did.
    where: sql`r.decision = 'refused' AND EXISTS (SELECT 1 FROM letters l
      WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id
      AND (l.state <> 'refused' OR coalesce(l.said_here <> ALL ('{refused-here,only-tried}'), true)))`,
  },
  {
    name: 'reviews_of_held_letters',
    table: 'reviews',
    id,
    // Clocks of two machines differ, and what a restore holds back may have been released before it.
    where: sql`EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id
      AND (l.confirmed_at IS NULL OR l.state = 'duplicate' OR r.decided_at < l.confirmed_at - interval '1 day'
        OR (r.decision = 'released' AND l.state = 'held' AND l.held_because <> 'restored')))`,
  },
  {
    name: 'reviews_of_what_was_held',
    table: 'reviews',
    id,
    // Of what a restore held back, and was released all at once, the audit alone says so: since there is one, for two years.
    where: sql`r.decided_at > greatest(now() - interval '700 days', (SELECT m.applied_at FROM migrations m WHERE m.name = '056-audit.sql'))
      AND EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id AND l.held_because IS NULL)
      AND NOT EXISTS (SELECT 1 FROM reviews w JOIN audit_entries e ON e.made_at = w.decided_at AND e.operation = 'letters.release-restored'
        WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.letter_id)`,
  },
  {
    name: 'held_letters_were_held',
    table: 'held_letters',
    id: sql`r.letter_id`,
    // What a restore held back says so no longer once it was released, and was decided.
    where: sql`EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id
      AND (l.confirmed_at IS NULL OR l.state = 'duplicate' OR (l.held_because IS NULL AND NOT EXISTS (
        SELECT 1 FROM reviews w WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.letter_id))))`,
  },
];
