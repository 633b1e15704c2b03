import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { besides, id, now, possible, type Row } from '../../test/support/possible-rows.ts';

const person = id(18);
const today = new Date();
const settled: Row = { settled_at: today, settled_by: person };
const made: Row = { made_by: person };

/** What a person decided, by its table; and in SQL, after what it goes by itself. */
const decisions: Readonly<Record<string, readonly [decided: Row, goes?: string]>> = {
  accounts: [
    { added_by: person, removed_at: today, removed_by: person },
    `UPDATE accounts SET added_at = now() - interval '2 months', removed_at = now() - interval '31 days'`,
  ],
  addressee_requests: [
    { state: 'done', decided_at: today, decided_by: person },
    'UPDATE addressee_requests SET tried = true',
  ],
  alerts: [settled, `UPDATE alerts SET raised_at = '2020-01-01', settled_at = '2020-01-01'`],
  content_proposals: [{ decision: 'kept', decided_at: now, decided_by: person }],
  drafts: [settled],
  publication_languages: [{ decided_by: person }, 'DELETE FROM publications'],
  publications: [{ embargoed_by: person }],
  returned_mails: [
    { ...settled, created_at: today },
    `UPDATE returned_mails SET created_at = '2020-01-01', settled_at = '2020-01-01'`,
  ],
  reviews: [{ decided_by: person }, 'DELETE FROM letters'],
  revisions: [made],
  risk_judgements: [made],
};
/** Where nothing refers to the row. */
const which: Readonly<Record<string, string>> = { revisions: 'WHERE id = 2' };
/** A mail that came back goes with what it was of. */
const MAIL = `UPDATE actions SET bounce_id = (SELECT bounce_id FROM returned_mails)`;

let fresh: FreshDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  fresh = await freshDatabase();
  client = await fresh.pool.connect();
});
afterAll(async () => {
  client.release();
  await fresh.drop();
});

async function put(table: string, row: Row): Promise<void> {
  const places = Object.keys(row).map((_, at) => `$${at + 1}`);
  const columns = Object.keys(row).join(', ');
  await client.query(`INSERT INTO ${table} (${columns}) VALUES (${places.join(', ')})`, Object.values(row));
}

/** @returns what refused that a decision is deleted; undefined where it is gone */
async function deleting(table: string, before: () => Promise<unknown>, goes = 'SELECT 1'): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('audit.filling', 'yes', true)`);
    for (const [of, row] of [...Object.entries(possible), ...besides])
      if (of !== 'audit_entries') await put(of, of === table ? { ...row, ...decisions[of]?.[0] } : row);
    await client.query(MAIL);
    await client.query(goes);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await client.query(`SELECT set_config('audit.filling', '', true)`);
    await client.query('SET CONSTRAINTS ALL DEFERRED');
    await before();
    await client.query(`DELETE FROM ${table} ${which[table] ?? ''}`);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return undefined;
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? `${error}`;
  } finally {
    await client.query('ROLLBACK');
  }
}

const tables = Object.keys(decisions);
const nothing = () => Promise.resolve();

it('tables in which a person decides are these', async () => {
  const { rows } = await client.query<{
    name: string;
  }>(`SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'actors'::regclass AND conrelid <> 'audit_entries'::regclass ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual(tables);
});

describe('what a person decided', () => {
  it.each(tables)('of %s is not deleted without an audit entry', async (table) => {
    expect(await deleting(table, nothing)).toBe(`${table}_let_go`);
  });

  it.each(tables)('of %s is deleted with one', async (table) => {
    const entry = { ...possible.audit_entries, id: id(500) } as Row;
    expect(await deleting(table, () => put('audit_entries', entry))).toBeUndefined();
  });

  it.each(Object.entries(decisions).filter(([, [, goes]]) => goes))(
    'of %s goes by itself with its time, or with what it was of',
    async (table, [, goes]) => {
      expect(await deleting(table, nothing, goes)).toBeUndefined();
    },
  );
});

it('what the program decided is let go', async () => {
  await client.query('BEGIN');
  await put('states', possible.states as Row);
  await put('risk_judgements', possible.risk_judgements as Row);
  const { rowCount } = await client.query('DELETE FROM risk_judgements');
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await client.query('ROLLBACK');
  expect(rowCount).toBe(1);
});
