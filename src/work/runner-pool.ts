import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isTransient } from '../database/transient-errors.ts';

/** What the job runner takes for a connection that may come back, so that it tries again. */
const COMES_BACK = 'ETIMEDOUT';

/** Milliseconds; a database that no longer answers is not waited for. */
const END_WITHIN = 5_000;

/** Connections for the job runner, and how to wait for those in use. */
export interface RunnerPool {
  readonly pool: pg.Pool;
  /** Fulfilled once nothing is asked of the database any more. From then on nothing is. */
  end(): Promise<void>;
}

/**
 * The runner looks at no failure to write down that a job is done: where it does not try again by itself, the error would end the
 * process, and an ended pool would never answer it. Here whatever passes says that it does, and the end waits for what is under way.
 */
export function runnerPool(pool: pg.Pool): RunnerPool {
  const inUse = new Set<object>();
  let ended = false;
  let free = () => {};
  const leave = (one: object) => {
    inUse.delete(one);
    if (inUse.size === 0) free();
  };
  const connect = async (listening?: Parameters<pg.Pool['connect']>[0]) => {
    // The connection on which it hears of new jobs; the runner gives that one back before it ends.
    if (listening) return pool.connect(listening);
    if (ended) return new Promise<never>(() => {});
    const use = {};
    inUse.add(use);
    const client = await pool.connect().catch((error: Error) => {
      leave(use);
      throw comingBack(error);
    });
    return askingAgain(client, () => leave(use));
  };
  return {
    pool: withMethods(pool, { connect }),
    end: async () => {
      const settled = new Promise<void>((resolve) => {
        free = resolve;
      });
      if (inUse.size > 0) await Promise.race([settled, pause(END_WITHIN, undefined, { ref: false })]);
      ended = true;
    },
  };
}

function askingAgain(client: pg.PoolClient, released: () => void): pg.PoolClient {
  return withMethods(client, {
    query: async (...given: unknown[]) => {
      const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
      return query(...given).catch((error: Error) => {
        throw comingBack(error);
      });
    },
    release: (error?: Error | boolean) => {
      client.release(error);
      released();
    },
  });
}

function comingBack(error: Error): Error {
  return isTransient(error) ? Object.assign(error, { code: COMES_BACK }) : error;
}

/** The same object, some of its methods being others. */
function withMethods<Target extends object>(target: Target, methods: Readonly<Record<string, unknown>>): Target {
  return new Proxy(target, {
    get: (_, name) => {
      if (typeof name === 'string' && Object.hasOwn(methods, name)) return methods[name];
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
