import type { Writable } from 'node:stream';
import type pg from 'pg';
import { type CopyToStreamQuery, from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { KnownKey } from '../sealing/keys-in-use.ts';
import type { TableHead } from './backup-file.ts';

const KEYS = 'SELECT number, key_print, active_at, resealed_at, dropped_at FROM sealing_keys ORDER BY number';
/** Where version 0.2 noted its one key; version 0.1 noted none. Migration 014 renames it. */
const BEFORE_KEYS_HAD_NUMBERS = 'sealed_with';

/** Every sealing key that the database knows, the lowest number first; also one from before a key's number was noted. */
export async function selectKeys(client: pg.Client): Promise<KnownKey[]> {
  if (await hasTable(client, 'sealing_keys')) return (await client.query<KnownKey>(KEYS)).rows;
  if (!(await hasTable(client, BEFORE_KEYS_HAD_NUMBERS))) return [];
  const { rows } = await client.query<{ key_print: string }>(`SELECT key_print FROM ${BEFORE_KEYS_HAD_NUMBERS}`);
  return rows.map(({ key_print }) => ({
    number: 1,
    key_print,
    active_at: new Date(),
    resealed_at: null,
    dropped_at: null,
  }));
}

async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>('SELECT to_regclass($1) IS NOT NULL AS has', [
    `public.${name}`,
  ]);
  return rows[0]?.has === true;
}

/** The migrations that made the database what it is. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
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
      coalesce((SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
      AND c.relname <> 'migrations' ORDER BY c.relname`);
  const ordered: TableHead[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((need) => ordered.some(({ table }) => table === need)));
    const [row] = waiting.splice(Math.max(0, next), 1);
    if (row) ordered.push({ table: row.table, columns: row.columns });
  }
  return ordered;
}

/** All rows of a table, as PostgreSQL writes them (COPY). */
export function rowsOf(client: pg.Client, { table, columns }: TableHead): CopyToStreamQuery {
  return client.query(copyTo(`COPY ${table} (${columns.join(', ')}) TO STDOUT`));
}

/** Takes rows of a table as they were written. */
export function rowsInto(client: pg.Client, { table, columns }: TableHead): Writable {
  return client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
}

/** Rows come as they were in this transaction: what people decided has its entries in the audit already, or is older than these. */
export async function fillsWhole(client: pg.Client): Promise<void> {
  await client.query(`SELECT set_config('audit.filling', 'yes', true)`);
}

/** Everything goes, in the surrounding transaction; also jobs that wait, which are about rows of what is replaced. */
export async function beginAnew(client: pg.Client): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE');
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
}

/** What migrations put into new tables is in the backup too. */
export async function emptyTables(client: pg.Client): Promise<void> {
  const names = (await tablesInOrder(client)).map(({ table }) => table);
  await client.query(`TRUNCATE ${names.join(', ')}`);
}

/** Whether somebody else is connected. */
export async function hasOthers(client: pg.Client): Promise<boolean> {
  const others = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return others.rowCount !== 0;
}

/** Whether there is any table of ours. */
export async function hasTables(client: pg.Client): Promise<boolean> {
  const tables = await client.query(
    `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return Boolean(tables.rowCount);
}
