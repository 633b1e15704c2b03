import type pg from 'pg';
import { type Database, openDatabase } from '../../src/database/database.ts';

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** How many rows of each table were looked at, also those that did not fit, by whatever something asks the database. */
export async function rowsReadBy(
  pool: pg.Pool,
  work: (database: Database) => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const conversations: Asked[][] = [];
  await work(openDatabase(overheard(pool, conversations)));
  const read = new Map<string, number>();
  const client = await pool.connect();
  try {
    for (const conversation of conversations) for (const asked of conversation) await repeat(client, asked, read);
  } finally {
    client.release();
  }
  return read;
}

/** The same pool, which writes down what is asked by each of its connections. */
function overheard(pool: pg.Pool, conversations: Asked[][]): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    const asked: Asked[] = [];
    conversations.push(asked);
    return {
      query: (text: string, values: unknown[]) => {
        asked.push({ text, values });
        return client.query(text, values);
      },
      release: () => client.release(),
    };
  };
  return { connect } as unknown as pg.Pool;
}

async function repeat(client: pg.PoolClient, { text, values }: Asked, read: Map<string, number>): Promise<void> {
  if (!/^\s*(?:SELECT|WITH)\b(?! set_config)/i.test(text)) {
    await client.query(text, [...values]);
    return;
  }
  const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, [...values]);
  count(rows[0]['QUERY PLAN'][0].Plan, read);
}

function count(plan: Plan, read: Map<string, number>): void {
  const { 'Relation Name': table, 'Actual Loops': loops, Plans = [] } = plan;
  const each =
    plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  if (table !== undefined) read.set(table, (read.get(table) ?? 0) + each * loops);
  for (const part of Plans) count(part, read);
}
