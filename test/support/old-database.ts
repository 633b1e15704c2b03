import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase, openPool } from '../../src/database/database.ts';
import { knownMigrations, migrate, migrateWithin } from '../../src/database/migrate.ts';
import { tables } from './every-table.ts';
import type { Row } from './rows.ts';

/** A database as an older version left it. */
export interface OldDatabase {
  readonly url: string;
  readonly database: Database;
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** Brings it to this version. */
  upgrade(): Promise<void>;
  drop(): Promise<void>;
}

/** @param until the first migration that it has not had, by its number */
export async function oldDatabase(until: string): Promise<OldDatabase> {
  const server = inject('databaseUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await once(server, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = server.replace('/common_bonds?', `/${name}?`);
  const before = (await knownMigrations()).filter((migration) => migration < until);
  await once(url, (client) => migrateWithin(client, before));
  const pool = openPool(url, 4);
  return {
    url,
    database: openDatabase(pool),
    query: async (statement) => (await pool.query(statement)).rows,
    upgrade: () => migrate(url),
    drop: async () => {
      await pool.end();
      await once(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Stores rows of now as far as an older version had their tables and columns. @param left tables to leave out */
export async function storeAsFarAsKnown(
  { query }: OldDatabase,
  rows: readonly (readonly [table: string, row: Row])[],
  left: readonly string[] = [],
): Promise<void> {
  const there = await query(
    `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const columnsOf = Map.groupBy(there, ({ table_name }) => table_name);
  for (const [name, row] of rows.filter(([table]) => !left.includes(table))) {
    const table = tables[name]?.formerName ?? name;
    const columns = (columnsOf.get(table) ?? [])
      .map(({ column_name }) => `${column_name}`)
      .filter((column) => column in row);
    const values = columns.map((column) => (row[column] === null ? 'NULL' : `'${row[column]}'`));
    if (columns.length > 0) await query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`);
  }
}

async function once(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
