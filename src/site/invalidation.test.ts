import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { until } from '../../test/support/until.ts';
import { dropPages, listenForChanges } from './invalidation.ts';

let fresh: FreshDatabase;
let stop: () => Promise<void>;
const heard: (readonly string[] | undefined)[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  stop = listenForChanges(fresh.url, (tags) => heard.push(tags));
  await heardSoMany(1);
});
afterAll(async () => {
  await stop();
  await fresh.drop();
});

const heardSoMany = (count: number) => until(`${count} changes are heard`, () => heard.length >= count);

it('a change is heard by other processes once it is committed, and not before', async () => {
  heard.length = 0;
  await fresh.database.transaction().execute(async (trx) => {
    await dropPages(trx, ['campaigns', 'states']);
    await dropPages(fresh.database, ['marker']);
    await heardSoMany(1);
    expect(heard).toEqual([['marker']]);
  });
  await heardSoMany(2);
  expect(heard[1]).toEqual(['campaigns', 'states']);
});

it('a change that is taken back is never heard', async () => {
  heard.length = 0;
  const undone = fresh.database.transaction().execute(async (trx) => {
    await dropPages(trx, ['campaigns']);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await dropPages(fresh.database, ['states']);
  await heardSoMany(1);
  expect(heard).toEqual([['states']]);
});

it('after a broken connection everything counts as changed, because notices were lost', async () => {
  heard.length = 0;
  await fresh.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN pages'`,
  );
  await heardSoMany(1);
  expect(heard[0]).toBeUndefined();
  await dropPages(fresh.database, ['states']);
  await heardSoMany(2);
  expect(heard[1]).toEqual(['states']);
});
