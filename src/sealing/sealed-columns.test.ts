import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { keepInOutbox } from '../mail/outbox.ts';
import { newBounceId } from '../mail/return-path.ts';
import { keepReturned } from '../mail/returned-mails.ts';
import { type SealedPlace, sealedPlaces } from './reseal-queries.ts';
import { BrokenSealError, type SealedColumn, unseal } from './sealing.ts';

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
let columns: readonly SealedPlace[];
let values: readonly Sealed[];
beforeAll(async () => {
  platform = await startPlatform();
  await fillEverySealedColumn(platform);
  columns = await sealedPlaces(platform.app.database);
  values = (await Promise.all(columns.map((one) => valuesOf(platform.app.pool, one)))).flat();
});
afterAll(() => platform.stop());

async function valuesOf(pool: pg.Pool, { column, table, name, key }: SealedPlace): Promise<Sealed[]> {
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
      expect(() => unseal(keys, other.column, other.row, value), `${column} in ${other.column}`).toThrow(
        BrokenSealError,
      );
  }
});
