import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FreshDatabase } from '../../test/support/database.ts';
import { databaseOfEveryTable, tables } from '../../test/support/every-table.ts';
import { byColumn } from '../../test/support/tables.ts';

const lists = byColumn(tables, (table) => table.lists);
const listsWithMore = byColumn(tables, (table) => table.listsWithMore);
const texts = byColumn(tables, (table) => table.texts);

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await databaseOfEveryTable();
});
afterAll(() => fresh.drop());

it('what the database takes for a word of a list is what the code knows, and no other', async () => {
  const { rows } = await fresh.pool.query<{ column: string; rule: string }>(`
    SELECT conrelid::regclass || '.' || a.attname AS column, pg_get_constraintdef(r.oid) AS rule FROM pg_constraint r
    JOIN pg_attribute a ON a.attrelid = r.conrelid AND r.conkey = ARRAY[a.attnum]
    WHERE r.contype = 'c' AND r.connamespace = 'public'::regnamespace AND pg_get_constraintdef(r.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\('`);
  const taken = rows.map(({ column, rule }) => [
    column,
    [...rule.matchAll(/'\{?([^'}]+)\}?'::text/g)].flatMap(([, words = '']) => words.split(',')).sort(),
  ]);
  const known = Object.entries(lists).map(([column, words]) => [column, [...words].sort()]);
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(known));
});

it('what the database takes with more beside it is what the code knows too', async () => {
  const { rows } = await fresh.pool.query<{ column: string; rule: string }>(`
    SELECT conrelid::regclass || '.' || substring(pg_get_constraintdef(oid) FROM 'CASE (\\w+)\\s+WHEN') AS column,
      pg_get_constraintdef(oid) AS rule FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) ~ 'CASE \\w+\\s+WHEN .*ELSE false\\s+END'`);
  const taken = rows.map(({ column, rule }) => [
    column,
    [...rule.matchAll(/WHEN '([^']+)'::text/g)].map(([, word]) => word).sort(),
  ]);
  const known = Object.entries(listsWithMore).map(([column, words]) => [column, [...words].sort()]);
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(known));
});

it('every column of text is held to a list, refers to a row, or it is said what it is', async () => {
  const { rows } = await fresh.pool.query<{ column: string }>(`
    SELECT c.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND (t.typcategory = 'S' OR t.typelem <> 0 AND (SELECT e.typcategory FROM pg_type e WHERE e.oid = t.typelem) = 'S')
      AND NOT EXISTS (SELECT 1 FROM pg_constraint r WHERE r.conrelid = c.oid AND r.contype = 'f' AND a.attnum = ANY (r.conkey))`);
  const said = [lists, listsWithMore, texts].flatMap(Object.keys);
  expect(said.filter((column, at) => said.indexOf(column) !== at)).toEqual([]);
  const named = new Set(said);
  expect(rows.map(({ column }) => column).filter((column) => !named.has(column))).toEqual([]);
  const there = await fresh.pool.query<{ column: string }>(
    `SELECT table_name || '.' || column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const columns = new Set(there.rows.map(({ column }) => column));
  expect(said.filter((column) => !columns.has(column))).toEqual([]);
});
