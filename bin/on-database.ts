import type pg from 'pg';
import { upgrade } from '../src/backup/before-migrating.ts';
import type { Settings } from '../src/config/settings.ts';
import { type Database, LONG_WORK, openDatabase, openPool } from '../src/database/database.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { sayLine } from './lifecycle.ts';

interface Reached {
  readonly database: Database;
  readonly pool: pg.Pool;
  readonly url: string;
}

/**
 * Runs a command's work on the database that the settings name, also beside a running site: brought to this version first, after a backup,
 * and let go of at the end. What it takes may take long: nobody waits for a page.
 * @param say told of what is done to the database
 * @returns what the work gave back
 */
export function onDatabase<Result>(
  settings: Settings,
  work: (reached: Reached) => Promise<Result>,
  say = sayLine,
): Promise<Result> {
  return withDatabase(settings, say, async (url) => {
    await upgrade(settings, url, say);
    const pool = openPool(url, 4, LONG_WORK);
    return await work({ database: openDatabase(pool), pool, url }).finally(() => pool.end());
  });
}
