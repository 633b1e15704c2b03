import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { closePool, openDatabase, openPool } from '../database/database.ts';
import { acceptAction } from './accept-action.ts';
import { confirmAction } from './confirm-action.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const rowsOf = async (
  table: 'supporters' | 'actions' | 'letters' | 'consents' | 'campaign_supporters' | 'tally_marks',
) => (await platform.app.database.selectFrom(table).selectAll().execute()) as Record<string, unknown>[];

describe('an action that nobody confirmed', () => {
  it('changes nothing that is known of the supporter, whoever typed the address', async () => {
    const action = await platform.offers('amina@mail.example', { consents: ['news'] });
    await confirmAction(platform.app, action, 'en');
    const known = async () => ({
      supporters: await rowsOf('supporters'),
      consents: await rowsOf('consents'),
      joined: await rowsOf('campaign_supporters'),
      marks: await rowsOf('tally_marks'),
      action: (await rowsOf('actions')).find(({ id }) => id === action.id),
    });
    const before = await known();
    await platform.offers('Amina@mail.example', {
      kind: 'letter',
      details: { name: 'A stranger' },
      consents: ['news'],
      country: 'FRA',
    });
    expect(await known()).toEqual(before);
  });

  it('neither blocks nor speaks for the action of the mailbox’s owner', async () => {
    await platform.offers('owner@mail.example', { details: { name: 'A stranger' } });
    const own = await platform.offers('owner@mail.example', { details: { name: 'The owner' } });
    expect(await confirmAction(platform.app, own, 'en')).toBe(true);
  });
});

describe('what lies in the database', () => {
  it('can’t be read without the key', async () => {
    const action = await platform.offers('secretive@mail.example', {
      kind: 'letter',
      details: { name: 'Wangari Secretive', organisation: 'Quiet Society', locality: 'Kisumu' },
      body: 'My uncle never came home.',
    });
    await confirmAction(platform.app, action, 'en');
    const everything = await wholeDatabase();
    expect(everything).toContain('united-by-common-bonds');
    for (const word of ['secretive', 'Wangari', 'Quiet', 'Kisumu', 'uncle']) {
      for (const form of [word, Buffer.from(word).toString('hex'), Buffer.from(word).toString('base64').slice(0, 5)])
        expect(everything).not.toContain(form);
    }
  });
});

/** Every row of every table as text; bytes in hexadecimal. */
async function wholeDatabase(): Promise<string> {
  const { pool } = platform.app;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const tables = await Promise.all(
    rows.map(({ name }) => pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return tables.flatMap((table) => table.rows.map(({ row }) => row)).join('\n');
}

describe('mail to one mailbox', () => {
  const due = async (email: string) =>
    (
      await platform.app.database
        .selectFrom('actions')
        .select(['created_at', 'mail_due_at'])
        .where('supporter_key', '=', platform.keyOf(email))
        .orderBy('mail_due_at')
        .execute()
    ).map((row) => Math.round((row.mail_due_at.getTime() - row.created_at.getTime()) / 60_000));

  it('is at most five an hour and twenty a day; the rest waits its turn, and every action is kept', async () => {
    for (let action = 0; action < 22; action += 1) await platform.offers('flooded@mail.example');
    expect(await due('flooded@mail.example')).toEqual(
      [0, 60, 120, 180].flatMap((minutes) => Array(5).fill(minutes)).concat([1440, 1440]),
    );
  });

  it('keeps its limit when everything comes at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => platform.offers('burst@mail.example')));
    expect((await due('burst@mail.example')).filter((minutes) => minutes === 0)).toHaveLength(5);
  });
});

describe('taking an action', () => {
  it('reads no table from end to end, also where its plan was made while they were small', async () => {
    const own = openPool(platform.fresh.url, 1);
    const app = { ...platform.app, pool: own, database: openDatabase(own) };
    const action = {
      kind: 'pledge',
      campaignId: platform.campaignId,
      lang: 'en',
      country: 'KEN',
      consents: [],
    } as const;
    await own.query('ANALYZE supporters, actions, letters');
    await own.query('BEGIN');
    for (const address of [
      'planned@mail.example',
      'other@mail.example',
      'planned+1@mail.example',
      'planned@mail.example',
    ])
      await acceptAction(app, {
        ...action,
        mailbox: { address, comparable: address },
        details: { name: 'Amina K.' },
        letters: [],
      });
    const { rows } = await own.query<{ relname: string }>(
      `SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname IN ('supporters', 'actions', 'letters')`,
    );
    await own.query('ROLLBACK');
    await closePool(own);
    expect(rows).toEqual([]);
  });
});
