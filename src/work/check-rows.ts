import type { App } from '../http/app.ts';
import { putRowCheck, rowsBreaking } from './row-rules-queries.ts';

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
