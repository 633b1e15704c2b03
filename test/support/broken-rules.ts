import type { App } from '../../src/http/app.ts';
import { checkRows } from '../../src/work/check-rows.ts';
import { rowsFound } from '../../src/work/row-rules-queries.ts';

/** The rules that rows of a database break which no constraint holds. */
export async function brokenRules(app: Pick<App, 'database' | 'handed' | 'log'>): Promise<string[]> {
  await checkRows(app);
  return [...(await rowsFound(app.database))].filter(([, found]) => found > 0).map(([rule]) => rule);
}
