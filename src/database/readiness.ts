import type pg from 'pg';
import { closePool, type Limits, poolBeside } from './database.ts';
import { writeToDisk } from './readiness-queries.ts';

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
      await writeToDisk(client);
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
