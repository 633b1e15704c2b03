import type { RawBuilder } from 'kysely';
import type { DB } from '../database/schema.ts';
import type { App } from '../http/app.ts';
import { putRowCheck, rowsBreaking } from './row-rules-queries.ts';

/**
 * What no constraint holds, because each row that comes would lock one that everybody needs, or the two are on either side of a partition;
 * looked at once a day instead.
 */
export interface RowRule {
  /** As it stands in `row_checks` and is told to the operator. */
  readonly name: string;
  readonly table: keyof DB & string;
  /** The column that names a row. */
  readonly id: RawBuilder<unknown>;
  /** In SQL, whether a row `r` of the table breaks it. */
  readonly where: RawBuilder<boolean>;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly rowRules: readonly RowRule[];
  }
}

/** Looks at every rule, and tells the operator in one line of each that rows break. @returns how many rules are broken */
export async function checkRows(app: Pick<App, 'database' | 'handed' | 'log'>): Promise<number> {
  let broken = 0;
  for (const rule of app.handed.rowRules) {
    const { found, example } = await rowsBreaking(app.database, rule);
    await putRowCheck(app.database, rule.name, found, example);
    if (found === 0) continue;
    broken += 1;
    app.log.error({ table: rule.table, rule: rule.name, found, example }, 'rows that can’t be true');
  }
  return broken;
}
