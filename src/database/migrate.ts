import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../config/root.ts';

const folder = join(root, 'src/database/migrations');
/** Any two processes that start at once take turns; the number is this lock's only name. */
const MIGRATION_LOCK = 7_072_002;

/** Who reads or writes meanwhile waits behind what waits for a table: so nothing does for longer, but lets them pass and tries again. */
const WAITS_SECONDS = 1;
const IN_THE_WAY: readonly (string | undefined)[] = ['40P01', '55P03'];
const TRIES = 100;

const TABLE =
  'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())';

/** What a version puts right is nobody's decision; what would wait for the end of the transaction keeps a table from being altered. */
const REPAIRS = `SELECT set_config('audit.filling', 'yes', true); SET CONSTRAINTS ALL IMMEDIATE`;

/**
 * Brings the database to the newest schema: each migration in a transaction of its own, in the order of its name, once. Where somebody
 * else's transaction is in the way of one, it is tried again.
 * @param say told of each migration that was applied, or waits for somebody
 * @param before done before the first of them, where the database had some already; others that want to migrate wait meanwhile
 * @throws when a migration fails (nothing of it remains), or when the database was migrated by a newer version
 */
export async function migrate(
  url: string,
  say: (line: string) => void = () => {},
  before: () => Promise<void> = async () => {},
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(TABLE);
    const applied = new Set(
      (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map((row) => row.name),
    );
    const known = await knownMigrations();
    refuseNewer(applied, known);
    const pending = known.filter((name) => !applied.has(name));
    if (pending.length > 0 && applied.size > 0) await before();
    for (const name of pending) await apply(client, name, say);
  } finally {
    await client.end();
  }
}

function refuseNewer(applied: ReadonlySet<string>, known: readonly string[]): void {
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`the database was migrated by a newer version (${unknown.join(', ')}): start that version`);
}

/** Makes the schema as some migrations left it, inside the caller's transaction. @throws where one of them is not known here */
export async function migrateWithin(client: pg.Client, names: readonly string[]): Promise<void> {
  await client.query(TABLE);
  for (const name of [...names].sort()) {
    await client.query(await readFile(join(folder, name), 'utf8'));
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
  }
}

/** The migrations of this version, in their order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function apply(client: pg.Client, name: string, say: (line: string) => void): Promise<void> {
  const sql = await readFile(join(folder, name), 'utf8');
  for (let left = TRIES; !(await applied(client, name, sql, left > 1)); left -= 1) {
    say(`waits for what others do, and tries again: ${name}`);
    await pause(500);
  }
  say(`migrated: ${name}`);
}

/** @param again whether it may be tried again @returns false where somebody was in the way, and nothing of it remains */
async function applied(client: pg.Client, name: string, sql: string, again: boolean): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = '${WAITS_SECONDS}s'`);
    await client.query(REPAIRS);
    await client.query(sql);
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    if (again && IN_THE_WAY.includes((error as pg.DatabaseError).code)) return false;
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
  }
}
