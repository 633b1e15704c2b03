import type pg from 'pg';
import { closePool, type Limits, poolBeside } from './database.ts';

/** Rows of a function that outgrow the least working memory: PostgreSQL writes them to its disk for a moment, and nothing of ours changes. */
const WRITES_TO_DISK = 'SELECT count(*) FROM generate_series(1, 20000)';
const LEAST_MEMORY = `SELECT set_config('work_mem', '64kB', false)`;
const LIMITS = { connect: 5_000, statement: 5_000, query: 6_000 };

export interface Readiness {
  /** Why nothing could be read or taken, in a line; undefined: it could. Asked by many at once, the database is asked once. */
  ask(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Looks by a connection of its own: how many wait for the others is load, and says nothing of what can be done. */
export function watchReadiness(pool: pg.Pool, limits: Limits = LIMITS): Readiness {
  const own = poolBeside(pool, 1, limits);
  let asking: Promise<string | undefined> | undefined;
  const ask = () => {
    asking ??= look(own).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return { ask, close: () => closePool(own) };
}

async function look(own: pg.Pool): Promise<string | undefined> {
  try {
    const client = await own.connect();
    try {
      await client.query(LEAST_MEMORY);
      await client.query(WRITES_TO_DISK);
    } finally {
      client.release();
    }
    return undefined;
  } catch (error) {
    return whatIsWrong(error as Error & { code?: string });
  }
}

function whatIsWrong({ code }: { code?: string }): string | undefined {
  // It is there, and busy: our own connections go on working.
  if (code === '53300') return undefined;
  return code === '53100' ? 'the disk of the database is full' : 'the database does not answer';
}
