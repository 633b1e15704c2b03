import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { dropPages, listenForChanges } from './invalidation.ts';

let fresh: FreshDatabase;
let stop: () => Promise<void>;
const heard: (readonly string[] | undefined)[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  stop = listenForChanges(fresh.url, (tags) => heard.push(tags));
  await until(1);
});
afterAll(async () => {
  await stop();
  await fresh.drop();
});

async function until(length: number): Promise<void> {
  for (let tries = 0; tries < 200 && heard.length < length; tries += 1) await pause(20);
}

it('a change is heard by other processes once it is committed, and not before', async () => {
  heard.length = 0;
  await fresh.database.transaction().execute(async (trx) => {
    await dropPages(trx, ['campaigns', 'states']);
    await pause(100);
    expect(heard).toEqual([]);
  });
  await until(1);
  expect(heard).toEqual([['campaigns', 'states']]);
});

it('a change that is taken back is never heard', async () => {
  heard.length = 0;
  const undone = fresh.database.transaction().execute(async (trx) => {
    await dropPages(trx, ['campaigns']);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await pause(150);
  expect(heard).toEqual([]);
});

it('after a broken connection everything counts as changed, because notices were lost', async () => {
  heard.length = 0;
  await fresh.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN pages'`,
  );
  await until(1);
  expect(heard[0]).toBeUndefined();
  await dropPages(fresh.database, ['states']);
  await until(2);
  expect(heard[1]).toEqual(['states']);
});
