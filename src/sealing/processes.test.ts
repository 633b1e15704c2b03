import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { deriveKeys } from '../config/keys.ts';
import { joinProcesses } from './processes.ts';

type Joined = Awaited<ReturnType<typeof joinProcesses>>;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const join = (told = (_: Error) => {}) => joinProcesses(fresh.database, deriveKeys(Buffer.alloc(32, 1)), told, 0.02);
let first: Joined;
let second: Joined;
beforeEach(async () => {
  first = await join();
  second = await join();
});
afterEach(async () => {
  await Promise.all([first.leave(), second.leave()]);
});

it('processes hear of each other, and that one has ended', async () => {
  expect(second.processes.up).toBe(2);
  await vi.waitFor(() => expect(first.processes.up).toBe(2));
  await second.leave();
  await vi.waitFor(() => expect(first.processes.up).toBe(1));
});

it.each(['-11 seconds', '-1 day', '1 day'])('one that was last heard of %s from now is not up', async (from) => {
  await second.leave();
  await fresh.pool.query(
    `INSERT INTO processes (id, host, seen_at, holds, seals_with) VALUES (gen_random_uuid(), 'gone', now() + $1::interval, '{1}', 1)`,
    [from],
  );
  const third = await join();
  expect(third.processes.up).toBe(2);
  await third.leave();
});

it('a failure is told once, and passes', async () => {
  const told: Error[] = [];
  const third = await join((error) => told.push(error));
  await fresh.pool.query('ALTER TABLE processes RENAME TO hidden');
  await vi.waitFor(() => expect(told).toHaveLength(1));
  await fresh.pool.query('ALTER TABLE hidden RENAME TO processes');
  await fresh.pool.query('TRUNCATE processes');
  await vi.waitFor(async () =>
    expect((await fresh.database.selectFrom('processes').select('id').execute()).length).toBe(3),
  );
  expect(told).toHaveLength(1);
  await third.leave();
});
