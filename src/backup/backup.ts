import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { KeyRing } from '../config/keys.ts';
import { followKnown, isNeeded, type KnownKey, wrongKey } from '../sealing/keys-in-use.ts';
import { checkBackup, END_OF_TABLE, type Head, signature, type TableHead, trailer } from './backup-file.ts';
import { migrationsOf, rowsOf, selectKeys, tablesInOrder } from './backup-queries.ts';
import { looseRules } from './loose-rules-queries.ts';

export interface BackupReport {
  readonly tables: number;
  readonly bytes: number;
}

/**
 * Writes one snapshot of the whole database to one file, signed, and reads it once more; the site may run on meanwhile. No key is in it.
 * @throws where the file can't be written, or not be read back; then there is no file
 */
export async function backup(url: string, file: string, keys: KeyRing): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const known = await knownKeys(client, keys);
    const tables = await tablesInOrder(client);
    const head: Head = {
      format: 2,
      takenAt: new Date().toISOString(),
      keyPrint: keys.current.print,
      keys: known.map(({ number, key_print }) => ({ number, print: key_print })),
      migrations: await migrationsOf(client),
      loose: await looseRules(client),
    };
    await rm(draft, { force: true });
    await pipeline(
      Readable.from(content(client, head, tables, keys)),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await checkBackup(draft, { keys, unsigned: false });
    await rename(draft, file);
    return { tables: tables.length, bytes: await sizeOf(file) };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** @returns the keys under which something may be sealed here @throws where they are not held: such a backup could never be restored */
async function knownKeys(client: pg.Client, keys: KeyRing): Promise<KnownKey[]> {
  const rows = await selectKeys(client);
  const wrong = wrongKey(keys, rows);
  if (wrong) throw new Error(`SEALING_KEY: what is held ${wrong}; bring that one back before a backup`);
  followKnown(keys, rows);
  return rows.filter(isNeeded);
}

async function* content(
  client: pg.Client,
  head: Head,
  tables: readonly TableHead[],
  keys: Pick<KeyRing, 'current'>,
): AsyncGenerator<Buffer> {
  const hash = signature(keys.current);
  const hashed = (part: Buffer | string) => {
    const bytes = Buffer.from(part);
    hash.update(bytes);
    return bytes;
  };
  yield hashed(`${JSON.stringify(head)}\n`);
  for (const table of tables) {
    yield hashed(`${JSON.stringify(table)}\n`);
    for await (const part of rowsOf(client, table)) yield hashed(part as Buffer);
    yield hashed(`${END_OF_TABLE}\n`);
  }
  yield Buffer.from(trailer(hash.digest('hex')));
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file);
  const { size } = await handle.stat();
  await handle.close();
  return size;
}
