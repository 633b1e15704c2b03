import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase, openPool } from '../../src/database/database.ts';
import { knownMigrations, migrate, migrateWithin } from '../../src/database/migrate.ts';

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

async function once(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
