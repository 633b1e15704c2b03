import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyRow } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';

const BLANK = '\u00a0';
let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('062');
  await storeAsFarAsKnown(old, everyRow, ['migrations', 'set_aside', 'audit_entries']);
  await old.query(`
    UPDATE mandates SET body = ' ', party = '';
    UPDATE revisions SET why = '' WHERE id = 1;
    UPDATE representatives SET external_id = '${BLANK}', languages = '{en," "}', links = '[1, {"url": "https://k.example"}]';
    UPDATE consents SET controller = '${BLANK}' WHERE purpose = 'act';
    UPDATE campaigns SET hashtags = '{#one,two}', video = '[]';
    UPDATE asks SET defaults = '{a,""}';
    UPDATE campaign_texts SET text = '{"call": "Join"}';
    UPDATE ask_texts SET text = '{}';
    UPDATE tallies SET people = -2, letters = 3, tried_letters = -1;
    UPDATE facts SET position = -1;
    UPDATE row_checks SET found = -1;
    UPDATE processes SET holds = '{-1,1}';
    UPDATE content_proposals SET id = 0, offered = '[]', hash = '${'a'.repeat(32)}'`);
  await old.upgrade();
});
afterAll(() => old.drop());

it('what said nothing is a dash, and what it was is set aside with whose it was', async () => {
  expect(await old.query('SELECT body, party FROM mandates')).toEqual([{ body: null, party: null }]);
  expect(await old.query('SELECT why FROM revisions WHERE id = 1')).toEqual([{ why: '—' }]);
  expect(await old.query('SELECT external_id FROM representatives')).toEqual([
    { external_id: expect.stringMatching(/^— [0-9a-f]{8}$/) },
  ]);
  const aside = await old.query('SELECT refused_by, supporter_key, contents FROM set_aside ORDER BY refused_by');
  expect(aside.find(({ refused_by }) => refused_by === 'revisions_says')?.contents).toEqual({ id: 1, why: '' });
  expect(aside.find(({ refused_by }) => refused_by === 'consents_says')?.supporter_key).toBeTruthy();
  const [ask] = aside.filter(({ refused_by }) => refused_by === 'ask_texts_text');
  expect(ask?.contents).toEqual({ ask_id: expect.any(String), lang: expect.any(String), text: {} });
  expect(aside.map(({ refused_by }) => refused_by)).toEqual([
    'ask_texts_text',
    'asks_defaults',
    'campaign_texts_text',
    'campaigns_hashtags',
    'campaigns_video',
    'consents_says',
    'representatives_languages',
    'representatives_links',
    'representatives_says',
    'revisions_says',
  ]);
});

it('of lists and JSON what has a shape stays', async () => {
  expect(await old.query('SELECT hashtags, video FROM campaigns')).toEqual([{ hashtags: ['#one'], video: null }]);
  expect(await old.query('SELECT defaults FROM asks')).toEqual([{ defaults: ['a'] }]);
  expect(await old.query('SELECT languages, links FROM representatives')).toEqual([
    { languages: ['en'], links: [{ url: 'https://k.example' }] },
  ]);
  expect(await old.query('SELECT text FROM campaign_texts')).toEqual([{ text: { call: 'Join', name: '—' } }]);
  expect(await old.query('SELECT id, offered FROM content_proposals')).toEqual([{ id: 1, offered: [] }]);
});

it('what a count was below nothing is a mark beside it', async () => {
  expect(await old.query('SELECT people, letters, tried_letters FROM tallies')).toEqual([
    { people: 0, letters: 3, tried_letters: 0 },
  ]);
  expect(await old.query('SELECT people, letters, tried FROM tally_marks ORDER BY people')).toEqual([
    { people: -2, letters: 0, tried: false },
    { people: 0, letters: -1, tried: true },
    { people: 1, letters: 0, tried: false },
  ]);
});

it('the version before goes on taking from counts', async () => {
  const takes = (letters: number) =>
    old.query(`INSERT INTO tallies AS t (campaign_id, country, people, letters) SELECT campaign_id, country, 0, ${letters} FROM tallies
      ON CONFLICT (campaign_id, country) DO UPDATE SET letters = t.letters + excluded.letters`);
  await takes(-2);
  await takes(1);
  expect(await old.query('SELECT letters FROM tallies')).toEqual([{ letters: 2 }]);
  await expect(takes(-3)).rejects.toThrow('tallies_counts');
});
