import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { KeyRing } from '../config/keys.ts';
import { followKnown, isNeeded, type KnownKey, wrongKey } from '../sealing/keys-in-use.ts';
import { checkBackup, END_OF_TABLE, type Head, signature, type TableHead, trailer } from './backup-file.ts';
import { looseRules } from './loose-rules.ts';

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
  const { rows } = await client.query<KnownKey>(
    'SELECT number, key_print, active_at, resealed_at, dropped_at FROM sealing_keys ORDER BY number',
  );
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
    const rows = client.query(copyTo(`COPY ${table.table} (${table.columns.join(', ')}) TO STDOUT`));
    for await (const part of rows) yield hashed(part as Buffer);
    yield hashed(`${END_OF_TABLE}\n`);
  }
  yield Buffer.from(trailer(hash.digest('hex')));
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  return (await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY name')).rows.map(
    ({ name }) => name,
  );
}

/** Every table of ours but `migrations` and what is of the moment (unlogged), those that others refer to first. */
export async function tablesInOrder(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead & { needs: string[] }>(`
    SELECT c.relname AS table,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      coalesce((SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations' ORDER BY c.relname`);
  const ordered: TableHead[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((need) => ordered.some(({ table }) => table === need)));
    const [row] = waiting.splice(Math.max(0, next), 1);
    if (row) ordered.push({ table: row.table, columns: row.columns });
  }
  return ordered;
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file);
  const { size } = await handle.stat();
  await handle.close();
  return size;
}
