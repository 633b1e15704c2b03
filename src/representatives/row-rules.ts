import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** What two rows say together, of which either may be written first. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'channels_of_who_left',
    table: 'channels',
    id: sql`r.id`,
    where: sql`r.ended_at IS NULL AND EXISTS (SELECT 1 FROM representatives p WHERE p.id = r.representative_id AND p.ended_on IS NOT NULL)`,
  },
];
