import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../test/support/database.ts';
import { databaseOfEveryTable, everyRow, storeRow, tables } from '../../test/support/every-table.ts';
import { id, type Row } from '../../test/support/rows.ts';

const decided = Object.entries(tables).flatMap(([table, said]) =>
  said.decided ? [[table, said.decided] as const] : [],
);
/** A mail that came back goes with what it was of. */
const MAIL = `UPDATE actions SET bounce_id = (SELECT bounce_id FROM returned_mails)`;

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

/** @returns what refused that a decision is deleted; undefined where it is gone */
async function deleting(table: string, before: () => Promise<unknown>, goes = 'SELECT 1'): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('audit.filling', 'yes', true)`);
    for (const [of, row] of everyRow)
      if (of !== 'audit_entries')
        await storeRow(client, of, of === table ? { ...row, ...tables[of]?.decided?.row } : row);
    await client.query(MAIL);
    await client.query(goes);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await client.query(`SELECT set_config('audit.filling', '', true)`);
    await client.query('SET CONSTRAINTS ALL DEFERRED');
    await before();
    await client.query(`DELETE FROM ${table} WHERE ${tables[table]?.decided?.where ?? 'true'}`);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return undefined;
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? `${error}`;
  } finally {
    await client.query('ROLLBACK');
  }
}

const deciding = decided.map(([table]) => table).sort();
const nothing = () => Promise.resolve();

it('tables in which a person decides are these', async () => {
  const { rows } = await client.query<{
    name: string;
  }>(`SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'actors'::regclass AND conrelid <> 'audit_entries'::regclass ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual(deciding);
});

describe('what a person decided', () => {
  it.each(deciding)('of %s is not deleted without an audit entry', async (table) => {
    expect(await deleting(table, nothing)).toBe(`${table}_let_go`);
  });

  it.each(deciding)('of %s is deleted with one', async (table) => {
    const entry = { ...tables.audit_entries?.possible, id: id(500) } as Row;
    expect(await deleting(table, () => storeRow(client, 'audit_entries', entry))).toBeUndefined();
  });

  it.each(decided.filter(([, { goes }]) => goes))(
    'of %s goes by itself with its time, or with what it was of',
    async (table, { goes }) => {
      expect(await deleting(table, nothing, goes)).toBeUndefined();
    },
  );
});

it('what the program decided is let go', async () => {
  await client.query('BEGIN');
  await storeRow(client, 'states', tables.states?.possible as Row);
  await storeRow(client, 'risk_judgements', tables.risk_judgements?.possible as Row);
  const { rowCount } = await client.query('DELETE FROM risk_judgements');
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await client.query('ROLLBACK');
  expect(rowCount).toBe(1);
});
