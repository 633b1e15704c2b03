import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type FrozenDatabase, freezable } from '../../test/support/frozen.ts';
import { closePool, openPool } from './database.ts';
import { watchReadiness } from './readiness.ts';

const limits = { connect: 1_500, statement: 1_000, query: 1_200 };
let fresh: FreshDatabase;
let way: FrozenDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  way = await freezable(fresh.url);
});
afterAll(() => fresh.drop());

describe('readiness', () => {
  it('is not a matter of load', async () => {
    const pool = openPool(way.url, 1, limits);
    const readiness = watchReadiness(pool, limits);
    const taken = await pool.connect();
    expect(await Promise.all([readiness.ask(), readiness.ask()])).toEqual([undefined, undefined]);
    taken.release();
    await Promise.all([readiness.close(), closePool(pool)]);
  });

  it('makes PostgreSQL write to its disk, so that a full one shows', async () => {
    const pool = openPool(fresh.url, 1, limits);
    const written = async () =>
      (await pool.query('SELECT temp_bytes FROM pg_stat_database WHERE datname = current_database()')).rows[0]
        .temp_bytes;
    const before = await written();
    const readiness = watchReadiness(pool, limits);
    expect(await readiness.ask()).toBeUndefined();
    await readiness.close();
    // What a connection wrote is counted once PostgreSQL has ended it.
    for (let now = before; now === before; now = await written());
    await closePool(pool);
  });

  it('ends with a database that is frozen or gone, and comes back with it', async () => {
    const pool = openPool(way.url, 1, limits);
    const readiness = watchReadiness(pool, limits);
    way.freeze();
    expect(await readiness.ask()).toBe('the database does not answer');
    way.thaw();
    expect(await readiness.ask()).toBeUndefined();
    await way.stop();
    expect(await readiness.ask()).toBe('the database does not answer');
    await Promise.all([readiness.close(), closePool(pool)]);
  });
});
