import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { checkBackup, END_OF_TABLE, type Head, keyPrint, type TableHead, trailer } from './backup-file.ts';

export interface BackupReport {
  readonly tables: number;
  readonly bytes: number;
}

/**
 * Writes one snapshot of the whole database to one file, and reads it once more; the site may run on meanwhile. The sealing key is not in it.
 * @throws where the file can't be written, or not be read back; then there is no file
 */
export async function backup(url: string, file: string, sealingKey: Buffer): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await refuseOtherKey(client, sealingKey);
    const tables = await tablesInOrder(client);
    const head: Head = {
      format: 1,
      takenAt: new Date().toISOString(),
      keyPrint: keyPrint(sealingKey),
      migrations: await migrationsOf(client),
    };
    await rm(draft, { force: true });
    await pipeline(
      Readable.from(content(client, head, tables)),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await checkBackup(draft);
    await rename(draft, file);
    return { tables: tables.length, bytes: await sizeOf(file) };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** A backup under another key's name could never be restored. */
async function refuseOtherKey(client: pg.Client, sealingKey: Buffer): Promise<void> {
  const { rows } = await client.query<{ key_print: string }>('SELECT key_print FROM sealed_with');
  if (rows[0] && rows[0].key_print !== keyPrint(sealingKey))
    throw new Error('SEALING_KEY: this database is sealed with another key; bring that one back before a backup');
}

async function* content(client: pg.Client, head: Head, tables: readonly TableHead[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
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

/** Every table of ours but `migrations`, those that others refer to first. */
export async function tablesInOrder(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead & { needs: string[] }>(`
    SELECT c.relname AS table,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      coalesce((SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' ORDER BY c.relname`);
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
