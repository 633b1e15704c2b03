import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../test/support/database.ts';
import { databaseOfEveryTable, everyRow, storeRow, tables } from '../../test/support/every-table.ts';
import { before, now, type Row } from '../../test/support/rows.ts';
import { byColumn } from '../../test/support/tables.ts';

const order = Object.entries(tables).flatMap(([table, { order: chains }]) =>
  chains ? [[table, chains] as const] : [],
);
const inNoOrder = byColumn(tables, (table) => table.inNoOrder);

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

/** Columns that hold a moment or a day, however precise, of tables with more than one. */
async function moments(): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(`
    SELECT c.table_name, c.column_name FROM information_schema.columns c
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND table_type = 'BASE TABLE' AND (c.data_type IN ('date', 'timestamp with time zone')
      OR format('%s CHECK (is_partial_day(%s))', c.table_name, c.column_name) IN (
        SELECT format('%s %s', k.relname, pg_get_constraintdef(r.oid)) FROM pg_constraint r JOIN pg_class k ON k.oid = r.conrelid
        WHERE k.relnamespace = 'public'::regnamespace AND r.contype = 'c')) ORDER BY 1, 2`);
  const byTable = Map.groupBy(rows, ({ table_name }) => table_name);
  return rows
    .filter(({ table_name }) => (byTable.get(table_name)?.length ?? 0) > 1)
    .map(({ table_name, column_name }) => `${table_name}.${column_name}`);
}

it('every moment of a row stands in an order with the others, or it is said why not', async () => {
  const said = order.flatMap(([table, chains]) => chains.flat().map((column) => `${table}.${column}`));
  expect([...new Set([...said, ...Object.keys(inNoOrder)])].sort()).toEqual(await moments());
});

it('every order is held by a rule', () => {
  const held = (table: string) =>
    ['in_order', 'closes_at', 'public_from'].some((rule) => `${table}_${rule}` in (tables[table]?.impossible ?? {}));
  expect(order.map(([table]) => table).filter((table) => !held(table))).toEqual([]);
});

describe('where a clock was set back, what happens is written down at the moment of what it follows', () => {
  it.each(order.filter(([table]) => !tables[table]?.chosen))('%s', async (table, chains) => {
    const columns = [...new Set(chains.filter(([first]) => first !== 'begins_on').flatMap((chain) => chain.slice(1)))];
    await client.query('BEGIN');
    try {
      for (const [into, row] of everyRow) await storeRow(client, into, row);
      const set = columns.map((column) => `${column} = '${before}'`).concat(tables[table]?.later ?? []);
      const { rows } = await client.query<Record<string, Date>>(
        `UPDATE ${table} SET ${set.join(', ')} RETURNING ${columns.join(', ')}`,
      );
      for (const column of columns) expect.soft(rows[0]?.[column], column).toEqual(new Date(now));
    } finally {
      await client.query('ROLLBACK');
    }
  });
});

describe('a moment or day that never comes, or is of no year that it can be of', () => {
  const kept = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`;
  const absurd = ['1066-10-14', '1899-12-31', '2200-01-01', '2999-01-01'];
  const never = {
    timestamptz: ['infinity', '-infinity', ...absurd],
    date: ['infinity', '-infinity', ...absurd],
    _timestamptz: ['{infinity}', '{-infinity}', ...absurd.map((day) => `{${day}}`)],
  };

  it('is refused by one rule of each table, in every column, of any type that has moments', async () => {
    const { rows } = await client.query<{ table: string; column: string; type: keyof typeof never }>(`
      SELECT c.relname AS table, a.attname AS column, t.typname AS type FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
      WHERE ${kept} AND 'D' IN (t.typcategory, e.typcategory) ORDER BY 1, 2`);
    expect(rows.length).toBeGreaterThan(60);
    const refused: string[] = [];
    for (const { table, column, type } of rows)
      for (const moment of never[type]) refused.push(await refusal(table, { [column]: moment }));
    expect(refused).toEqual(rows.flatMap(({ table, type }) => never[type].map(() => `${table}_in_time`)));
  });

  /** What refuses a row, of the rules of its table that look at moments alone. */
  async function refusal(table: string, never: Row): Promise<string> {
    await client.query('BEGIN');
    try {
      const { rows } = await client.query<{ rule: string }>(
        `SELECT conname AS rule FROM pg_constraint
          WHERE conrelid = '${table}'::regclass AND contype = 'c' AND conname <> '${table}_in_time'`,
      );
      for (const { rule } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${rule}`);
      await storeRow(client, table, { ...tables[table]?.possible, ...never });
      return `${table} takes ${JSON.stringify(never)}`;
    } catch (error) {
      return (error as pg.DatabaseError).constraint ?? `${error}`;
    } finally {
      await client.query('ROLLBACK');
    }
  }
});
