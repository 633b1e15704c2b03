import { daysBefore } from '../database/batches.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { deleteSetAsideBefore, setAsideCounts } from './set-aside-queries.ts';
import { SET_ASIDE_DAYS } from './work-retention.ts';

export { deleteSetAside as eraseSetAside } from './set-aside-queries.ts';

/**
 * One line for each rule that rows of an older version broke when it was upgraded; they are kept as they stood until somebody has dealt
 * with them.
 */
export async function saySetAside(queries: Queries, say: (line: string) => void): Promise<void> {
  for (const { of_table, rule, found } of await setAsideCounts(queries)) {
    if (found > 0)
      say(
        `upgrade: ${found} rows of ${of_table} were set aside by ${rule}: see the table set_aside, and docs/operating/upgrading.md`,
      );
    else say(`upgrade: old rows of ${of_table} still break ${rule}; new ones can't`);
  }
}

/** The duty: what may be of people. All else stays, and is said at each start, until somebody has dealt with it. @returns how many rows */
export function forgetSetAside({ database, handed }: Pick<App, 'database' | 'handed'>, now: Date): Promise<number> {
  return deleteSetAsideBefore(database, daysBefore(now, SET_ASIDE_DAYS), handed.tablesWithPeriods);
}
