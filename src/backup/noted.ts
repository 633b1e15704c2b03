import type { Settings } from '../config/settings.ts';
import { isDemonstration } from '../controllers/install.ts';
import { closePool, openDatabase, openPool, type Queries } from '../database/database.ts';
import { insertBackup, notesBackups, selectLastBackup } from './noted-queries.ts';

export { selectLastBackup as lastBackup } from './noted-queries.ts';

const DAY = 86_400_000;

/** Notes that everything was backed up; a database that an older version left, and nobody has upgraded yet, notes nothing. */
export async function noteBackup(url: string, takenAt: Date): Promise<void> {
  const pool = openPool(url, 1);
  try {
    const database = openDatabase(pool);
    if (await notesBackups(database)) await insertBackup(database, takenAt);
  } finally {
    await closePool(pool);
  }
}

/** When it was made that is the last, where that is longer ago than a day. */
export async function lateBackup(queries: Queries, now = new Date()): Promise<{ readonly oldest: Date } | undefined> {
  const last = await selectLastBackup(queries);
  return last && now.getTime() - last.getTime() > DAY ? { oldest: last } : undefined;
}

/** Nobody has made one yet; of a demonstration none is needed. */
export async function lacksBackup(queries: Queries, settings: Settings): Promise<boolean> {
  return !isDemonstration(settings) && (await selectLastBackup(queries)) === undefined;
}
