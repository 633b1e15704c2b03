import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { selectAccounts } from '../accounts/account-queries.ts';
import { addAccount } from '../accounts/accounts.ts';
import { newTotpSecret, totpCode } from '../accounts/authenticator.ts';
import { askNewAddress } from '../accounts/changes.ts';
import { setUpApp } from '../accounts/factors.ts';
import { keepForm } from '../accounts/unsent-forms.ts';
import { keepCopy } from '../accounts/working-copies.ts';
import { SYSTEM } from '../actors/actors.ts';
import { derivedFrom, type Keys } from '../config/keys.ts';
import { keepInOutbox } from '../mail/outbox.ts';
import { newBounceId } from '../mail/return-path.ts';
import { keepReturned } from '../mail/returned-mails.ts';
import { listKeys } from './list-keys.ts';
import { reseal } from './reseal.ts';
import { type SealedPlace, sealedPlaces } from './reseal-queries.ts';
import { BrokenSealError, type SealedColumn, unseal } from './sealing.ts';

/** Makes at least one value of every sealed column; one that is new is added here. */
async function fillEverySealedColumn({ app, offers }: Platform): Promise<void> {
  for (const name of ['Amina K.', 'Bilal N.'])
    await addAccount(
      { ...app, by: SYSTEM },
      { email: `${name.slice(0, 5)}@staff.example`, name, role: 'administrator' },
    );
  for (const { actor_id: actor } of await selectAccounts(app.database)) {
    const secret = newTotpSecret();
    await app.database.transaction().execute((trx) => setUpApp(trx, app, actor, { secret, typed: totpCode(secret) }));
    const typed = { version: '0'.repeat(16), fields: new URLSearchParams({ why: 'words' }), from: undefined };
    await keepCopy(app, actor, { path: '/people', ...typed });
    await keepForm(app, actor, { path: '/people', fields: new URLSearchParams({ why: 'words' }) });
    await askNewAddress(app, { actor_id: actor }, `${actor}@staff.example`, async () => {});
  }
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
  columns = (await sealedPlaces(platform.app.database)).filter(({ aside }) => !aside);
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

it('every sealed value of a row that an upgrade set aside is sealed anew with the rest, for the place from which it came', async () => {
  const { app, fresh } = platform;
  const tables = new Set(columns.map(({ table }) => table));
  for (const table of tables)
    await fresh.pool.query(`INSERT INTO set_aside (from_table, refused_by, contents)
      SELECT '${table}', 'some_rule', to_jsonb(${table}) FROM ${table}`);
  const second = derivedFrom(2, randomBytes(32));
  const keys: Keys = {
    ...app.keys,
    current: second,
    available: [second, app.keys.current],
    opensUnbound: false,
    numbered: (number) => (number === 2 ? second : app.keys.numbered(number)),
  };
  expect(await listKeys({ ...app, keys })).toMatchObject([{ number: 2 }, { number: 1, values: 2 * values.length }]);
  expect(await reseal({ ...app, keys })).toMatchObject({ values: 2 * values.length, broken: 0 });
  const onlySecond: Keys = { ...keys, numbered: (number) => (number === 2 ? second : undefined) };
  for (const { column, row, value } of values) {
    const [table = '', name = ''] = column.split('.');
    const place = columns.find((one) => one.column === column);
    const found = (place?.key ?? []).map((part, at) => `contents ->> '${part}' = ${literal(row[at] ?? '')}`);
    const { rows } = await fresh.pool.query<{ sealed: Buffer }>(
      `SELECT (contents ->> '${name}')::bytea AS sealed FROM set_aside WHERE from_table = '${table}' AND ${found.join(' AND ')}`,
    );
    expect(rows.map(({ sealed }) => unseal(onlySecond, column, row, sealed))).toEqual([
      unseal(app.keys, column, row, value),
    ]);
  }
});

const literal = (part: Buffer | string) => `'${typeof part === 'string' ? part : `\\x${part.toString('hex')}`}'`;
