import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyRow } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { bytes, id, now, person, somebody } from '../../test/support/rows.ts';

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('054');
  await storeAsFarAsKnown(old, everyRow, ['migrations']);
  await old.query(`
    INSERT INTO publications (id, kind) VALUES ('${id(201)}', 'article');
    INSERT INTO publication_languages (publication_id, lang, state, decided_at, decided_by)
      VALUES ('${id(201)}', 'fr', 'draft', '${now}', '${somebody}');
    INSERT INTO alerts (kind, subject, detail) VALUES ('joke', 'gov.example', 'seen');
    INSERT INTO alert_mails VALUES ('joke', '${now}');
    UPDATE letters SET state = 'bounced', due_at = 'infinity';
    UPDATE campaigns SET opens_at = '-infinity', closes_at = 'infinity';
    UPDATE supporters SET created_at = '-infinity', last_act_at = 'infinity' WHERE key = '${person}';
    UPDATE ask_outcomes SET happened_on = '-infinity';
    UPDATE mail_allowances SET taken_at = '{${now},infinity}';
    UPDATE set_aside SET set_aside_at = '-infinity'`);
  await old.upgrade();
});
afterAll(() => old.drop());

const aside = (rule: string) =>
  old.query(`SELECT contents FROM set_aside WHERE refused_by = '${rule}' ORDER BY from_table, contents ->> 'id'`);

it('what is of no kind is set aside as it stood, with what hangs on it', async () => {
  expect(await old.query('SELECT kind FROM publications')).toEqual([{ kind: 'campaign' }]);
  expect(await old.query('SELECT lang FROM publication_languages')).toEqual([{ lang: 'en' }]);
  expect(await aside('publications_kind')).toMatchObject([
    { contents: { publication_id: id(201), lang: 'fr', state: 'draft' } },
    { contents: { id: id(201), kind: 'article' } },
  ]);
  expect(await old.query('SELECT kind FROM alerts UNION ALL SELECT kind FROM alert_mails')).toEqual([
    { kind: 'complaint' },
    { kind: 'complaint' },
  ]);
  expect(await aside('alerts_kind')).toMatchObject([{ contents: { kind: 'joke', subject: 'gov.example' } }]);
  expect(await aside('alert_mails_kind')).toMatchObject([{ contents: { kind: 'joke' } }]);
});

it('a letter that came back by no return path stays, has one that nobody was mailed, and is told', async () => {
  const letters = await old.query('SELECT DISTINCT state, octet_length(bounce_id) AS long FROM letters');
  expect(letters).toEqual([{ state: 'bounced', long: 10 }]);
  expect(await aside('letters_return_path')).toMatchObject([
    { contents: { id: id(11), state: 'bounced' } },
    { contents: { id: id(113), state: 'bounced' } },
  ]);
});

it('moments that never come are some day, in the same order, and what they said is set aside', async () => {
  expect(await old.query('SELECT opens_at, closes_at FROM campaigns')).toEqual([
    { opens_at: new Date('2000-01-01T00:00Z'), closes_at: null },
  ]);
  expect(await aside('campaigns_finite')).toMatchObject([{ contents: { id: id(5), opens_at: '-infinity' } }]);
  const whose = await old.query(
    `SELECT DISTINCT refused_by FROM set_aside WHERE supporter_key = '${bytes('a', 16)}' ORDER BY 1`,
  );
  expect(whose.map(({ refused_by }) => refused_by)).toEqual([
    'letters_finite',
    'letters_return_path',
    'mail_allowances_finite',
    'mail_allowances_in_time',
    'supporters_finite',
    'supporters_in_time',
  ]);
  const bare = { contents: expect.not.objectContaining({ text_sealed: expect.anything() }) };
  expect(await aside('letters_finite')).toEqual([bare, bare]);
  expect(await old.query('SELECT taken_at FROM mail_allowances')).toEqual([
    { taken_at: [new Date(now), new Date('2199-12-31T00:00Z')] },
  ]);
  expect(await old.query(`SELECT to_char(happened_on, 'YYYY') AS year FROM ask_outcomes`)).toEqual([{ year: '1998' }]);
});
