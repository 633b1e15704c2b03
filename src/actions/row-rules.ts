import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** Acts carry ids of what all acts share; a reference would lock that with each act. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'actions_state',
    table: 'actions',
    id: sql`r.id`,
    where: sql`NOT EXISTS (SELECT 1 FROM states s WHERE s.iso3 = r.country)`,
  },
];
