import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** Between two rows of one key, which PostgreSQL holds only with an extension that not every server has. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'facts_one_at_a_time',
    table: 'facts',
    id: sql`r.dataset || ' ' || r.file || ' ' || r.key`,
    where: sql`EXISTS (SELECT 1 FROM facts o WHERE o.dataset = r.dataset AND o.file = r.file AND o.key = r.key AND o.since < r.since
      AND (o.until IS NULL OR o.until > r.since))`,
  },
];
