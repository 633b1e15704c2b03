import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

export const rowRules: readonly RowRule[] = [
  {
    name: 'text_versions_of_publications',
    table: 'text_versions',
    id: sql`r.item_id`,
    where: sql`NOT EXISTS (SELECT 1 FROM publications p WHERE p.id = r.item_id)`,
  },
];

/** That what stands is what its version says. @param of the column that names the thing */
export function asVersionsRule(table: RowRule['table'], of: string): RowRule {
  return {
    name: `${table}_as_versions`,
    table,
    id: sql`r.${sql.ref(of)} || ' ' || r.lang`,
    where: sql`NOT EXISTS (SELECT 1 FROM text_versions v WHERE v.item_id = r.${sql.ref(of)} AND v.lang = r.lang
      AND v.number = r.version AND v.words = r.text)`,
  };
}
