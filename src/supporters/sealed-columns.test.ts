import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { keepInOutbox } from '../delivery/outbox.ts';
import { newBounceId } from '../delivery/return-path.ts';
import { keepReturned } from '../delivery/returned-mails.ts';
import { SealBroken, type SealedColumn, unseal } from './sealing.ts';

/** Makes at least one value of every sealed column; one that is new is added here. */
async function fillEverySealedColumn({ app, offers }: Platform): Promise<void> {
  for (const who of ['amina', 'bilal']) await offers(`${who}@mail.example`, { kind: 'letter' });
  for (const words of ['one', 'two']) await keepInOutbox(app, Buffer.from(words));
  for (const words of ['one', 'two'])
    await keepReturned(app, app.database, { bounceId: newBounceId(), kind: 'answer', raw: Buffer.from(words) });
}

interface Sealed {
  readonly column: SealedColumn;
  readonly row: readonly (Buffer | string)[];
  readonly value: Buffer;
}

let platform: Platform;
let columns: readonly { column: SealedColumn; key: readonly string[] }[];
let values: readonly Sealed[];
beforeAll(async () => {
  platform = await startPlatform();
  await fillEverySealedColumn(platform);
  columns = await sealedColumns(platform.app.pool);
  values = (await Promise.all(columns.map((one) => valuesOf(platform.app.pool, one)))).flat();
});
afterAll(() => platform.stop());

/** Asked of the database, so that none can be forgotten: every column of bytes whose name says so, and the primary key of its table. */
async function sealedColumns(pool: pg.Pool) {
  const { rows } = await pool.query<{ column: SealedColumn; key: string[] }>(`
    SELECT c.relname || '.' || a.attname AS column,
      (SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int2[], k.attnum)) FROM pg_index i
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attname LIKE '%\\_sealed' AND a.atttypid = 'bytea'::regtype`);
  return rows;
}

async function valuesOf(pool: pg.Pool, { column, key }: (typeof columns)[number]): Promise<Sealed[]> {
  const [table, name = ''] = column.split('.');
  const { rows } = await pool.query<Record<string, Buffer | string>>(
    `SELECT * FROM ${table} WHERE ${name} IS NOT NULL`,
  );
  return rows.map((row) => ({ column, row: key.map((part) => row[part] ?? ''), value: row[name] as Buffer }));
}

it('every sealed column is filled by the product here, in at least two rows', () => {
  expect(columns.length).toBeGreaterThan(3);
  for (const { column } of columns)
    expect(
      values.filter((one) => one.column === column),
      column,
    ).toHaveLength(2);
});

it('every sealed value opens in its own row and column, and in no other', () => {
  const { keys } = platform.app;
  for (const { column, row, value } of values) {
    expect(unseal(keys, column, row, value)).not.toBe('');
    for (const other of values.filter((one) => one.value !== value))
      expect(() => unseal(keys, other.column, other.row, value), `${column} in ${other.column}`).toThrow(SealBroken);
  }
});
