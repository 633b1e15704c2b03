import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** Counts take marks in any order: a constraint would refuse what is right a moment later. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'tallies_not_below_zero',
    table: 'tallies',
    id: sql`r.campaign_id || ' ' || r.country`,
    where: sql`least(r.people, r.letters, r.tried_people, r.tried_letters) < 0`,
  },
  {
    name: 'tally_marks_campaign',
    table: 'tally_marks',
    id: sql`r.campaign_id`,
    where: sql`NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = r.campaign_id)`,
  },
];
