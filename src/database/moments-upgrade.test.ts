import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyRow } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { before, bytes, now, somebody } from '../../test/support/rows.ts';

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('045');
  await storeAsFarAsKnown(old, everyRow, ['migrations', 'set_aside']);
  for (const table of ['alerts', 'drafts', 'returned_mails'])
    await old.query(`UPDATE ${table} SET settled_at = '${before}', settled_by = '${somebody}'`);
  await old.query(`
    UPDATE actions SET confirmed_at = '${before}';
    UPDATE letters SET state = 'handed-over', reply = '250 ok', confirmed_at = '${before}', handed_over_at = '2026-03-02T09:59:58Z',
      answer = 'yes', bounce_id = '${bytes('e', 10)}',
      answer_at = '2026-03-02T09:59:57Z';
    UPDATE consents SET withdrawn_at = '${before}';
    UPDATE supporters SET last_act_at = created_at - interval '1 day';
    UPDATE alerts SET told_at = '${before}';
    UPDATE office_requests SET state = 'done', decided_at = '${before}', decided_by = '${somebody}';
    UPDATE content_proposals SET decision = 'kept', decided_at = '${before}', decided_by = '${somebody}';
    UPDATE sealing_keys SET active_at = '${before}', resealed_at = '${before}', dropped_at = '${before}';
    UPDATE representatives SET updated_at = '${before}', begins_on = '2026-04-01', ended_on = '2026-03';
    UPDATE mandates SET started_on = '2024-05-17', ended_on = '2023', role = 'speaker'`);
  await old.upgrade();
});
afterAll(() => old.drop());

it.each([
  ['actions', ['confirmed_at']],
  ['letters', ['confirmed_at', 'handed_over_at', 'answer_at']],
  ['consents', ['withdrawn_at']],
  ['alerts', ['told_at', 'settled_at']],
  ['drafts', ['settled_at']],
  ['returned_mails', ['settled_at']],
  ['content_proposals', ['decided_at']],
  ['sealing_keys', ['active_at', 'resealed_at', 'dropped_at']],
  ['representatives', ['updated_at']],
])('what %s say of before what they follow is said of the same moment after an upgrade', async (table, columns) => {
  const moment = new Date(now);
  expect(await old.query(`SELECT DISTINCT ${columns.join(', ')} FROM ${table}`)).toEqual([
    Object.fromEntries(columns.map((column) => [column, moment])),
  ]);
});

it('who has left begins no more', async () => {
  expect(await old.query('SELECT begins_on, ended_on FROM representatives')).toEqual([
    { begins_on: null, ended_on: '2026-03' },
  ]);
});

it('a post that ended before it began stays without its days, which are set aside', async () => {
  expect(await old.query('SELECT role, started_on, ended_on FROM mandates')).toEqual([
    { role: 'speaker', started_on: null, ended_on: null },
  ]);
  expect(await old.query('SELECT from_table, refused_by, contents FROM set_aside')).toMatchObject([
    {
      from_table: 'mandates',
      refused_by: 'mandates_in_order',
      contents: { role: 'speaker', started_on: '2024-05-17', ended_on: '2023' },
    },
  ]);
});
