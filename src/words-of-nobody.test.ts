import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FreshDatabase } from '../test/support/database.ts';
import { databaseOfEveryTable } from '../test/support/every-table.ts';
import { rooms } from './rooms.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await databaseOfEveryTable();
});
afterAll(() => fresh.drop());

/** Columns of text or JSON that refer to no row and are held to no list and no pattern of letters, digits and dashes. */
async function anyWords(): Promise<string[]> {
  const { rows } = await fresh.pool.query<{ column: string }>(`
    SELECT c.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped
      AND (t.typname IN ('json', 'jsonb') OR t.typcategory = 'S' OR t.typcategory = 'A' AND e.typcategory = 'S')
      AND NOT EXISTS (SELECT FROM pg_constraint r WHERE r.conrelid = c.oid AND a.attnum = ANY (r.conkey) AND (r.contype = 'f'
        OR r.contype = 'c' AND (
          pg_get_constraintdef(r.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(')
          OR pg_get_constraintdef(r.oid) ~ ('^CHECK \\(\\(' || a.attname || ' ~ ''\\^[][(){}a-zA-Z0-9+*-]+\\$''::text\\)\\)$')
          OR pg_get_constraintdef(r.oid) ~ ('CASE ' || a.attname || '\\s+WHEN .*ELSE false\\s+END'))))`);
  return rows.map(({ column }) => column);
}

it('of each table that has nothing of people, columns in which any words could stand are named, with why none are of people', async () => {
  const said = rooms.flatMap(({ retention = {} }) => Object.entries(retention));
  const columnsOf = ([table, kept]: (typeof said)[number]) =>
    typeof kept === 'object' && 'nothingOfPeople' in kept
      ? Object.keys(kept.nothingOfPeople).map((column) => `${table}.${column}`)
      : [];
  const nothing = new Set(
    said.filter(([, kept]) => kept === 'nothing of people' || 'nothingOfPeople' in kept).map(([table]) => table),
  );
  const there = (await anyWords()).filter((column) => nothing.has(column.split('.')[0] ?? ''));
  expect(there.sort()).toEqual(said.flatMap(columnsOf).sort());
  expect(there).toContain('controllers.email');
});

it('a column that is added is one of them, until it is held to a list or a pattern', async () => {
  await fresh.pool.query('ALTER TABLE states ADD COLUMN remark text');
  expect(await anyWords()).toContain('states.remark');
  await fresh.pool.query(`ALTER TABLE states ADD CONSTRAINT one CHECK (remark ~ '^[^@]+$')`);
  expect(await anyWords()).toContain('states.remark');
  await fresh.pool.query(`ALTER TABLE states ADD CONSTRAINT other CHECK (remark IN ('one', 'two'))`);
  expect(await anyWords()).not.toContain('states.remark');
});
