import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase, openPool } from '../../src/database/database.ts';

export interface FreshDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly database: Database;
  drop(): Promise<void>;
}

/** A migrated, empty database of a test's own. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf('model');
}

/** The same with the starting content, as after the first start. */
export function startingDatabase(): Promise<FreshDatabase> {
  return copyOf('starting');
}

async function copyOf(model: 'model' | 'starting'): Promise<FreshDatabase> {
  const server = inject('databaseUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  // By its files: the server of a test run flushes nothing, so that its checkpoints cost less than the log of a copy.
  await asOwner(server, `CREATE DATABASE ${name} TEMPLATE ${model} STRATEGY FILE_COPY`);
  const url = server.replace('/common_bonds?', `/${name}?`);
  const pool = openPool(url, 10);
  return {
    url,
    pool,
    database: openDatabase(pool),
    drop: async () => {
      await pool.end();
      await asOwner(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
