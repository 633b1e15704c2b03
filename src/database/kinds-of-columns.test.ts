import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../test/support/database.ts';
import { databaseOfEveryTable, storeRow, tables } from '../../test/support/every-table.ts';
import { blanks } from '../../test/support/rows.ts';
import { byColumn } from '../../test/support/tables.ts';

interface Column {
  readonly table: string;
  readonly column: string;
}

let fresh: FreshDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  fresh = await databaseOfEveryTable();
  client = await fresh.pool.connect();
});
afterAll(async () => {
  client.release();
  await fresh.drop();
});

/** Columns that are not worked out from others, nor refer to a row. @param kind of `t`, the column's type, and `e`, its elements' */
async function columnsOf(kind: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = ''
      AND (${kind}) AND NOT EXISTS (SELECT 1 FROM pg_constraint r
        WHERE r.conrelid = c.oid AND r.contype = 'f' AND a.attnum = ANY (r.conkey))
    ORDER BY 1, 2`);
  return rows;
}

/** Whether a rule of a column refuses a value, whatever else its row says. @param by what such a rule says of the column, as a pattern */
async function takes({ table, column }: Column, value: unknown, by: string): Promise<string[]> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ rule: string }>(
      `SELECT conname AS rule FROM pg_constraint
        WHERE conrelid = $1::regclass AND contype = 'c' AND pg_get_constraintdef(oid) !~ $2`,
      [table, by],
    );
    for (const { rule } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${rule}`);
    await storeRow(client, table, { ...tables[table]?.possible, [column]: value });
  } catch (error) {
    if ((error as pg.DatabaseError).code === '23514') return [];
  } finally {
    await client.query('ROLLBACK');
  }
  return [`${table}.${column} takes ${JSON.stringify(value)}`];
}

async function taken(columns: readonly Column[], values: readonly unknown[], by: (column: string) => string) {
  const all: string[] = [];
  for (const one of columns) for (const value of values) all.push(...(await takes(one, value, by(one.column))));
  return all;
}

const apart = byColumn(tables, (table) => table.apart);
const asked = (columns: readonly Column[]) => columns.filter(({ table, column }) => !(`${table}.${column}` in apart));

it('what is asked of no column is of columns that there are', async () => {
  const all = (await columnsOf('true')).map(({ table, column }) => `${table}.${column}`);
  expect(Object.keys(apart).filter((column) => !all.includes(column))).toEqual([]);
});

it('every column of text refuses what says nothing, in each kind of blank', async () => {
  const columns = await columnsOf(`t.typcategory = 'S' OR t.typname = 'bpchar'`);
  expect(columns.length).toBeGreaterThan(80);
  const wordsOf = (column: string) =>
    `(says_something|is_partial_day)\\(${column}\\)|\\m${column} (~|= ANY)|CASE ${column}\\M`;
  expect(await taken(asked(columns), blanks, wordsOf)).toEqual([]);
});

it('every list of words refuses one that says nothing', async () => {
  const columns = await columnsOf(`e.typcategory = 'S'`);
  expect(columns.length).toBeGreaterThan(3);
  expect(await taken(columns, ['{" "}', '{NULL}'], (column) => `each_\\w+\\(${column}`)).toEqual([]);
});

it('every number counts something, and is not below zero', async () => {
  const numbers = await columnsOf(`t.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8')`);
  expect(numbers.length).toBeGreaterThan(15);
  expect(await taken(asked(numbers), [-1], (column) => `\\m${column}\\M`)).toEqual([]);
  expect(await taken(await columnsOf(`e.typcategory = 'N'`), ['{-1}'], (column) => `\\m${column}\\M`)).toEqual([]);
});

describe('JSON', () => {
  it('has a shape in every column: an object, or a list where it is said', async () => {
    const columns = await columnsOf(`t.typname IN ('json', 'jsonb')`);
    expect(columns.length).toBeGreaterThan(10);
    for (const one of columns.filter(({ table, column }) => !tables[table]?.jsonValues?.includes(column))) {
      const wrong = tables[one.table]?.jsonLists?.includes(one.column) ? '{}' : '[]';
      expect.soft(await taken([one], ['1', '"x"', 'true', wrong], (column) => `\\m${column}\\M`)).toEqual([]);
    }
  });

  it('is no null of its own, but where older versions wrote one', async () => {
    const columns = await columnsOf(`t.typname IN ('json', 'jsonb')`);
    expect(await taken(columns, ['null'], (column) => `\\m${column}\\M`)).toEqual(['campaigns.video takes "null"']);
  });
});
