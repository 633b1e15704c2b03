import { type Database, openDatabase, openPool } from '../../src/database/database.ts';
import type { FreshDatabase } from './database.ts';

/** A database by one connection, which counts what was read whole. */
export interface OneConnection {
  readonly database: Database;
  /** How often all rows of a table were gone through since it was opened. */
  wholeReads(table: string): Promise<number>;
  end(): Promise<void>;
}

/** Connects to a database so that PostgreSQL's own counts say how a query found its rows. */
export async function startedOn({ url }: Pick<FreshDatabase, 'url'>): Promise<OneConnection> {
  const pool = openPool(url, 1);
  const count = async (table: string) => {
    await pool.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await pool.query<{ n: string }>(
      'SELECT seq_scan AS n FROM pg_stat_user_tables WHERE relname = $1',
      [table],
    );
    return Number(rows[0]?.n);
  };
  const before = new Map<string, number>();
  const { rows } = await pool.query<{ relname: string }>('SELECT relname FROM pg_stat_user_tables');
  for (const { relname } of rows) before.set(relname, await count(relname));
  return {
    database: openDatabase(pool),
    wholeReads: async (table) => (await count(table)) - (before.get(table) ?? 0),
    end: () => pool.end(),
  };
}
