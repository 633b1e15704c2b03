import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, Kysely as KyselyDatabase, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
/** A transaction, or the database where one statement is enough. */
export type Queries = Kysely<DB> | Transaction<DB>;

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** In milliseconds. The server ends a statement itself; we wait a little longer, in case it no longer answers. */
export interface Limits {
  /** For a free connection, and for a new one. */
  readonly connect: number;
  readonly statement: number;
  readonly query: number;
}

/** For whatever a person waits for. */
const WHILE_SOMEBODY_WAITS: Limits = { connect: 5_000, statement: 10_000, query: 12_000 };
/** For imports, duties and the like, which may take as long as there is data. */
export const LONG_WORK: Limits = { connect: 10_000, statement: 3_600_000, query: 3_660_000 };

const END_WITHIN = 5_000;

/**
 * A pool of connections; waits a while for a free one rather than failing at once. Nothing waits for ever: not even for a server that takes
 * connections and says nothing.
 */
export function openPool(url: string, connections: number, limits: Limits = WHILE_SOMEBODY_WAITS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: limits.connect,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: limits.statement,
    query_timeout: limits.query,
  });
  // An idle connection that breaks (the database restarted) is replaced at its next use.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    endWhereUnanswered(client);
  });
  return pool;
}

/** A pool of its own to the database of another one, so that neither waits for the other's work. */
export function poolBeside(pool: pg.Pool, connections: number, limits: Limits): pg.Pool {
  return openPool(pool.options.connectionString ?? '', connections, limits);
}

/**
 * A connection that left a statement unanswered would give the answer to somebody else, or keep them waiting too: it is closed, and the
 * pool drops it.
 */
function endWhereUnanswered(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const answer = query(...given);
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === 'Query read timeout') void (client as pg.Client).end();
      });
    return answer;
  }) as typeof client.query;
}

export function openDatabase(pool: pg.Pool): Database {
  return new KyselyDatabase<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Closes a pool once its statements have ended; a server that no longer answers is not waited for. */
export async function closePool(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end(), pause(END_WITHIN, undefined, { ref: false })]);
}
