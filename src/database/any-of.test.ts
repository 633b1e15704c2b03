import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { root } from '../config/root.ts';
import { anyOf } from './any-of.ts';
import { openDatabase, openPool } from './database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

it('takes more values than a statement may have parameters', async () => {
  const pool = openPool(fresh.url, 1);
  const found = openDatabase(pool)
    .selectFrom(sql<{ n: number }>`generate_series(0, 80000)`.as<'numbers'>(sql`numbers(n)`))
    .select(({ fn }) => fn.countAll<number>().as('count'));
  const count = async (values: number[]) =>
    (await found.where('n', '=', anyOf(values, 'int')).executeTakeFirst())?.count;
  expect([await count(Array.from({ length: 70_000 }, (_, n) => n)), await count([])]).toEqual([70_000, 0]);
  await pool.end();
});

it('stands wherever a list that grows with the data is compared: `in` has its values or its query written beside it', () => {
  const sources = ['src', 'bin', 'bench', 'trial'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map((name) => join(folder, name)),
  );
  const compared = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/'(?:not )?in',\s*(.{0,40})/g)].map(([, values]) => ({
      file,
      values,
    })),
  );
  expect(compared.length).toBeGreaterThan(2);
  expect(compared.filter(({ values = '' }) => !/^(?:\['|row\.selectFrom)/.test(values))).toEqual([]);
});
