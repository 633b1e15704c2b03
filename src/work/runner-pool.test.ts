import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type FrozenDatabase, freezable } from '../../test/support/frozen.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { until } from '../../test/support/until.ts';
import { closePool, openPool } from '../database/database.ts';
import { enqueue } from './enqueue.ts';
import { runDuties } from './run-duties.ts';

const LIMITS = { connect: 300, statement: 1_000, query: 500 };

let platform: Platform;
let way: FrozenDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(async () => {
  way = await freezable(platform.fresh.url);
  pool = openPool(way.url, 4, LIMITS);
});
afterEach(async () => {
  await closePool(pool);
  await way.stop();
});
afterAll(() => platform.stop());

const jobs = async () => (await platform.fresh.pool.query('SELECT 1 FROM graphile_worker._private_jobs')).rowCount ?? 0;

/** The job runner with one task. @returns ends it */
async function runs(task: () => Promise<void>): Promise<() => Promise<void>> {
  await enqueue(platform.app.database, 'mail-copy', { key: '00', letter: 'x' });
  const work = { pulses: [], duties: [], tasks: { 'mail-copy': task }, afterClockWasSet: async () => {} };
  return runDuties({ ...platform.app, pool }, work);
}

it('a job that is done while the database says nothing ends no process, and is written down later', async () => {
  const connected = vi.spyOn(pool, 'connect');
  const failed = () => connected.mock.settledResults.some(({ type }) => type === 'rejected');
  const end = await runs(async () => way.freeze());
  await until('it could not be written down', failed);
  expect(await jobs()).toBe(1);
  way.thaw();
  await until('it is written down', async () => (await jobs()) === 0);
  await end();
});

it('a job that is done at the last moment is written down before the runner has ended', async () => {
  const { promise: busy, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const end = await runs(async () => {
    begin();
    await busy;
  });
  await begun;
  const held = await Promise.all(Array.from({ length: 3 }, () => pool.connect()));
  const ending = end();
  goOn();
  for (const client of held) client.release();
  await ending;
  expect(await jobs()).toBe(0);
});
