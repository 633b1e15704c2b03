import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Keys } from '../config/keys.ts';
import { knownMigrations, migrate, migrateWithin } from '../database/migrate.ts';
import {
  BackupRefusedError,
  checkBackup,
  checkedLines,
  END_OF_TABLE,
  type Head,
  TableHead,
  type Trust,
} from './backup-file.ts';
import { beginAnew, emptyTables, fillsWhole, hasOthers, hasTables, rowsInto } from './backup-queries.ts';
import { fillLoosely } from './loose-rules-queries.ts';

/**
 * Settles what happened since a backup was made, in the restoring transaction, on the schema that the backup has.
 * @param takenAt when it was made, in ISO 8601
 */
type Settle = (client: pg.Client, takenAt: string) => Promise<unknown>;

/** The same, and what notes beforehand, in the same transaction, what the database knows that is replaced: it may be empty. */
export type AfterRestore =
  | Settle
  | { readonly before: (client: pg.Client) => Promise<unknown>; readonly after?: Settle };

/**
 * Puts a backup back, whole or not at all, and brings it to this version's schema.
 * @param how.replace whether a database that holds something may be replaced; how.unsigned whether a backup may come from before they
 * were signed
 * @param afterwards what the rooms do before anybody sees it
 * @throws BackupRefusedError where the file is not whole or was changed, needs another key or a newer version, or the database is in
 * use or not empty
 */
export async function restore(
  url: string,
  file: string,
  keys: Pick<Keys, 'available'>,
  { replace, unsigned = false }: { replace: boolean; unsigned?: boolean },
  afterwards: readonly AfterRestore[],
): Promise<Head> {
  const trust = { keys, unsigned };
  const head = await checkBackup(file, trust);
  await refuseNewer(head);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await refuseBusyOrFull(client, replace);
    await client.query('BEGIN');
    for (const settle of afterwards) if ('before' in settle) await settle.before(client);
    await beginAnew(client);
    await fillsWhole(client);
    await migrateWithin(client, head.migrations);
    await emptyTables(client);
    await fillLoosely(client, head.loose, () => fillTables(client, file, trust));
    for (const settle of afterwards)
      await (typeof settle === 'function' ? settle : settle.after)?.(client, head.takenAt);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
  await migrate(url);
  return head;
}

async function refuseNewer(head: Head): Promise<void> {
  const known = await knownMigrations();
  const newer = head.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0)
    throw new BackupRefusedError(
      `this backup was made by a newer version (${newer.join(', ')}); restore it with that version`,
    );
}

/** Connections that were just ended stay for a moment. */
async function isBusy(client: pg.Client, looks = 20): Promise<boolean> {
  const others = await hasOthers(client);
  if (!others || looks === 1) return others;
  await pause(100);
  return isBusy(client, looks - 1);
}

async function refuseBusyOrFull(client: pg.Client, replace: boolean): Promise<void> {
  if (await isBusy(client)) throw new BackupRefusedError('the database is in use: stop the site before restoring');
  if ((await hasTables(client)) && !replace)
    throw new BackupRefusedError('the database is not empty; say --replace to lose what is in it');
}

/** Proves the file once more while it is read: it may have changed since it was checked. */
async function fillTables(client: pg.Client, file: string, trust: Trust): Promise<void> {
  let into: Writable | undefined;
  let first = true;
  for await (const line of checkedLines(file, trust)) {
    if (first) first = false;
    else if (into && line === END_OF_TABLE) into = await endTable(into);
    else if (into) await write(into, line);
    else if (line.startsWith('{')) into = rowsInto(client, TableHead.parse(JSON.parse(line)));
  }
}

async function write(into: Writable, line: string): Promise<void> {
  if (!into.write(`${line}\n`)) await once(into, 'drain');
}

async function endTable(into: Writable): Promise<undefined> {
  into.end();
  await finished(into);
  return undefined;
}
