import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyRow } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { id } from '../../test/support/rows.ts';

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('063');
  await storeAsFarAsKnown(old, everyRow, ['migrations', 'set_aside', 'audit_entries']);
  await old.query(`
    UPDATE campaigns SET closes_at = '2999-01-01T00:00Z';
    UPDATE letters SET due_at = '1970-01-01T00:00Z', expected_on = '2999-01-01';
    UPDATE risk_judgements SET judged_on = '1066-10-14';
    UPDATE mail_allowances SET taken_at = '{1066-10-14,2026-03-02T10:00Z}';
    UPDATE representatives SET ended_on = '2999-02';
    UPDATE mandates SET role = 'speaker', started_on = '1066', ended_on = '1987'`);
  await old.upgrade();
});
afterAll(() => old.drop());

it('what is of a year that it can’t be of is of the nearest that it can, and set aside as it was', async () => {
  expect(await old.query('SELECT closes_at FROM campaigns')).toEqual([{ closes_at: new Date('2199-12-31T00:00Z') }]);
  expect(await old.query('SELECT DISTINCT due_at, expected_on::text FROM letters')).toEqual([
    { due_at: new Date('2000-01-01T00:00Z'), expected_on: '2199-12-31' },
  ]);
  expect(await old.query('SELECT judged_on::text FROM risk_judgements')).toEqual([{ judged_on: '1900-01-01' }]);
  expect(await old.query('SELECT taken_at FROM mail_allowances')).toEqual([
    { taken_at: [new Date('2000-01-01T00:00Z'), new Date('2026-03-02T10:00Z')] },
  ]);
  expect(await old.query('SELECT ended_on FROM representatives')).toEqual([{ ended_on: '2199' }]);
  expect(await old.query('SELECT role, started_on, ended_on FROM mandates')).toEqual([
    { role: 'speaker', started_on: null, ended_on: '1987' },
  ]);
  const aside = await old.query(
    'SELECT DISTINCT ON (refused_by) refused_by, supporter_key, contents FROM set_aside ORDER BY 1',
  );
  expect(aside.map(({ refused_by }) => refused_by)).toEqual([
    'campaigns_in_time',
    'letters_in_time',
    'mail_allowances_in_time',
    'mandates_started_on',
    'representatives_ended_on',
    'risk_judgements_in_time',
  ]);
  expect(aside[1]?.supporter_key).toBeTruthy();
  expect(aside[0]?.contents).toMatchObject({ id: id(5), closes_at: '2999-01-01T00:00:00+00:00' });
});
