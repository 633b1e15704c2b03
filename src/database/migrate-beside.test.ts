import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';
import { until } from '../../test/support/until.ts';
import { openPool } from './database.ts';
import { migrate } from './migrate.ts';

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('061');
});
afterAll(() => old.drop());

it('a migration lets those pass who read and write meanwhile, and is tried again until nobody is in its way', async () => {
  const pool = openPool(old.url, 2);
  const reader = await pool.connect();
  await reader.query('BEGIN; SELECT count(*) FROM letters');
  const said: string[] = [];
  const migrated = migrate(old.url, (line) => said.push(line));
  await until('a migration that waits', async () => said.some((line) => line.startsWith('waits')));
  expect((await pool.query('SELECT count(*)::int AS n FROM letters')).rows).toEqual([{ n: 0 }]);
  await reader.query('DELETE FROM letters; COMMIT');
  reader.release();
  await migrated;
  expect(said.at(-1)).toMatch(/^migrated: /);
  await pool.end();
});

it('every rule that a migration adds to many rows is looked at without keeping anybody from them', async () => {
  const left = await old.query(`SELECT conname FROM pg_constraint WHERE NOT convalidated`);
  expect(left).toEqual([]);
});
