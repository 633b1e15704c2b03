import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { impossible } from '../../test/support/impossible-rows.ts';
import { before, besides, bytes, now, possible, type Row, somebody } from '../../test/support/possible-rows.ts';

/** What happens to a row, in the order in which it can happen. A row of impossible-rows.ts stands against each pair (`…_in_order`). */
const order: Readonly<Record<string, readonly (readonly string[])[]>> = {
  accounts: [['added_at', 'removed_at']],
  actions: [
    ['created_at', 'confirmed_at'],
    ['created_at', 'expires_at'],
  ],
  alerts: [
    ['raised_at', 'told_at'],
    ['raised_at', 'settled_at'],
  ],
  campaigns: [['opens_at', 'closes_at']],
  consents: [['given_at', 'withdrawn_at']],
  content_proposals: [['offered_at', 'decided_at']],
  drafts: [['created_at', 'settled_at']],
  letters: [
    ['created_at', 'confirmed_at', 'handed_over_at', 'answer_at'],
    ['created_at', 'confirmed_at', 'claimed_at'],
  ],
  mandates: [['started_on', 'ended_on']],
  addressee_requests: [['asked_at', 'decided_at']],
  publication_languages: [['public_from', 'decided_at']],
  representatives: [
    ['created_at', 'updated_at'],
    ['begins_on', 'ended_on'],
  ],
  returned_mails: [['created_at', 'settled_at']],
  sealing_keys: [['added_at', 'active_at', 'resealed_at', 'dropped_at']],
  sessions: [
    ['began_at', 'last_used_at'],
    ['began_at', 'proved_at'],
  ],
  supporters: [['created_at', 'last_act_at']],
};

/** What stands in no order with others of its row, and why. */
const apart: Readonly<Record<string, string>> = {
  'account_links.ends_at': 'a plan',
  'account_links.created_at': 'what was made may be planned to end',
  'actions.mail_due_at': 'a plan',
  'ask_outcomes.created_at': 'an act under embargo may be noted before its day',
  'ask_outcomes.happened_on': 'the same',
  'letters.ask_again_at': 'a plan',
  'letters.due_at': 'a plan',
  'letters.expected_on': 'a plan',
  'mailboxes.last_handed_over_at': 'letters leave before a pause and after it',
  'mailboxes.paused_at': 'the same',
  'publications.embargoed_until': 'an embargo, a withdrawal and hiding know nothing of each other',
  'publications.hidden_at': 'the same',
  'publications.withdrawn_at': 'the same',
  'receiving_domains.next_at': 'a plan',
  'receiving_domains.paused_at': 'a pause is put on beside it',
  'representatives.as_of': 'the day of a source, which may be far older than its row',
  'risk_judgements.judged_on':
    'the day of a source, in the organisation’s zone; one to come is refused where it is typed',
  'risk_judgements.made_at': 'the same',
  'tallies.last_joined_at': 'people of the operator and those of a demonstration know nothing of each other',
  'tallies.tried_last_joined_at': 'the same',
};

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
  const said = Object.entries(order).flatMap(([table, chains]) => chains.flat().map((column) => `${table}.${column}`));
  expect([...new Set([...said, ...Object.keys(apart)])].sort()).toEqual(await moments());
});

it('every order is held by a rule', () => {
  const held = (table: string) =>
    [`${table}_in_order`, `${table}_closes_at`, `${table}_public_from`].some((rule) => rule in impossible);
  expect(Object.keys(order).filter((table) => !held(table))).toEqual([]);
});

/** Of the later moments, what has to stand beside them. */
const beside: Readonly<Record<string, string>> = {
  accounts: `, removed_by = '${somebody}'`,
  alerts: `, settled_by = '${somebody}'`,
  content_proposals: `, decision = 'kept', decided_by = '${somebody}'`,
  drafts: `, settled_by = '${somebody}'`,
  letters: `, state = 'handed-over', reply = '250 ok', answer = 'no', attempts = 1, bounce_id = '${bytes('e', 10)}'`,
  addressee_requests: `, state = 'done', decided_by = '${somebody}'`,
  returned_mails: `, settled_by = '${somebody}'`,
};
/** Days of files, and moments that somebody chooses: these are refused. */
const chosen = ['campaigns', 'mandates', 'publication_languages'];

describe('where a clock was set back, what happens is written down at the moment of what it follows', () => {
  const tables = Object.entries(order).filter(([table]) => !chosen.includes(table));

  it.each(tables)('%s', async (table, chains) => {
    const columns = [...new Set(chains.filter(([first]) => first !== 'begins_on').flatMap((chain) => chain.slice(1)))];
    await client.query('BEGIN');
    try {
      for (const [into, row] of [...Object.entries(possible), ...besides]) {
        const names = Object.keys(row);
        const places = names.map((_, at) => `$${at + 1}`).join(', ');
        await client.query(`INSERT INTO ${into} (${names.join(', ')}) VALUES (${places})`, Object.values(row));
      }
      const set = columns.map((column) => `${column} = '${before}'`).join(', ');
      const { rows } = await client.query<Record<string, Date>>(
        `UPDATE ${table} SET ${set}${beside[table] ?? ''} RETURNING ${columns.join(', ')}`,
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
      const row = { ...possible[table], ...never };
      const places = Object.keys(row).map((_, at) => `$${at + 1}`);
      await client.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      );
      return `${table} takes ${JSON.stringify(never)}`;
    } catch (error) {
      return (error as pg.DatabaseError).constraint ?? `${error}`;
    } finally {
      await client.query('ROLLBACK');
    }
  }
});
