import type { Database } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { addUpMarks, lockCounting, noteCounted, raiseToRows, selectCounted } from './count-queries.ts';

/** Marks at once: a second's work, after which others may count. */
const AT_ONCE = 50_000;

/**
 * Adds up what has happened since the last time; the first time whatever stands. Each batch is whole or not at all, so that one that is cut
 * off counts nothing twice, and of two processes one waits for the other.
 * @param zone whose days are counted
 */
export async function countHappenings(database: Database, zone: TimeZone): Promise<void> {
  if (!(await selectCounted(database))) await countAnew(database, zone);
  for (let marks = AT_ONCE; marks === AT_ONCE; ) {
    marks = await database.transaction().execute(async (trx) => {
      await lockCounting(trx);
      const added = await addUpMarks(trx, zone, AT_ONCE);
      if (added < AT_ONCE) await noteCounted(trx, zone);
      return added;
    });
  }
}

/**
 * Counts whatever stands and raises to it what is lower, as after the table was lost: all marks that are there are added up first, and both
 * see the same moment, so that nothing counts twice.
 * @returns how many numbers were too low
 */
export function countAnew(database: Database, zone: TimeZone): Promise<number> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await lockCounting(trx);
      await addUpMarks(trx, zone, Number.MAX_SAFE_INTEGER);
      const raised = await raiseToRows(trx, zone);
      await noteCounted(trx, zone);
      return raised;
    });
}
