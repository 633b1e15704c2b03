import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRow, tables } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { before, bytes, id, now, type Row } from '../../test/support/rows.ts';

const bounce_id = bytes('e', 10);
const left = { state: 'handed-over', handed_over_at: now, bounce_id, reply: '250 taken' };
const after = {
  ...left,
  bounce_id: Buffer.from('ee'.repeat(10), 'hex'),
  handed_over_at: new Date(now),
  due_at: null,
  attempts: 1,
  claimed_at: new Date(now),
};

/** Letters that the version before could hold, and how each stands after the upgrade. */
const letters: Readonly<Record<string, readonly [stored: Row, after: Row]>> = {
  'that left and is still due, without a try': [left, after],
  'answered and still to be asked after': [
    { ...left, answer: 'yes', answer_at: now, ask_again_at: now },
    { ...after, answer: 'yes', ask_again_at: null },
  ],
  'that came back and stays here': [
    { state: 'bounced', bounce_id, said_here: 'kept-here' },
    { state: 'bounced', said_here: null, due_at: null, attempts: 1 },
  ],
  'that waits and stays here': [{ said_here: 'kept-here' }, { state: 'waiting', said_here: null }],
  'of an office that was left, and stays here': [
    { state: 'left-office', said_here: 'kept-here', due_at: null },
    { state: 'left-office', said_here: null },
  ],
  'refused because it stays here': [
    { state: 'refused', said_here: 'kept-here' },
    { state: 'refused', said_here: 'not-made', attempts: 1, claimed_at: new Date(now) },
  ],
  'claimed before it was made': [
    { state: 'claimed', claim: id(1), claimed_at: before },
    { state: 'claimed', claimed_at: new Date(now), attempts: 1 },
  ],
  'not confirmed, due, tried and held by a restore': [
    { state: 'unconfirmed', confirmed_at: null, attempts: 2, held_because: 'restored', expected_on: null },
    { state: 'unconfirmed', due_at: null, attempts: 0, held_because: null },
  ],
  'not confirmed, without its words': [
    { state: 'unconfirmed', confirmed_at: null, text_sealed: null },
    { state: 'withdrawn', due_at: null },
  ],
};
const told = ['bounced', 'waiting', 'left-office', 'refused'].map(() => 'letters_said');

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('061');
  const stored = Object.values(letters).map(([row], at): [string, Row] => [
    'letters',
    { ...tables.letters?.possible, id: id(300 + at), representative_id: id(400 + at), ...row },
  ]);
  const rows = everyRow.filter(([table]) => table !== 'letters');
  await storeAsFarAsKnown(old, [...rows, ...stored], ['migrations', 'reviews', 'set_aside']);
  await old.query(`
    INSERT INTO consents (supporter_key, action_id, purpose, controller_id, controller, wording, lang, given_at)
      SELECT supporter_key, action_id, 'news', controller_id, controller, wording, 'ar', given_at FROM consents WHERE purpose = 'act';
    INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, created_at, expires_at, mail_due_at, mail_state, consents)
      SELECT supporter_key, new_id(), campaign_id, kind, lang, country, created_at, created_at - interval '1 day', mail_due_at, 'sent',
        '["news", {"purpose": "news", "wording": "ab"}]' FROM actions`);
  await old.upgrade();
});
afterAll(() => old.drop());

it.each(Object.entries(letters))('a letter %s is what it can only have been', async (what, [, stands]) => {
  const place = Object.keys(letters).indexOf(what);
  expect(await old.query(`SELECT * FROM letters WHERE id = '${id(300 + place)}'`)).toMatchObject([stands]);
});

it('what was said that can’t have been is set aside', async () => {
  const rules = await old.query('SELECT refused_by FROM set_aside ORDER BY 1');
  expect(rules.map(({ refused_by }) => refused_by)).toEqual([
    'actions_bounced',
    'actions_ticked',
    'consents_wording_fkey',
    'letters_claimed_at',
    'letters_never_left',
    ...told,
    'letters_words',
  ]);
});

it('a consent is in the language of its words, and one that says nothing is none', async () => {
  expect(await old.query(`SELECT lang FROM consents WHERE purpose = 'news'`)).toEqual([{ lang: 'en' }]);
  expect(
    await old.query(`SELECT expires_at = created_at AS ended, octet_length(bounce_id) AS long, consents FROM actions
      WHERE state = 'unconfirmed'`),
  ).toEqual([{ ended: true, long: 10, consents: [{ purpose: 'news', wording: 'ab' }] }]);
});

describe('what the version before writes goes on being taken', () => {
  const set = (what: string, of: string) =>
    old.query(
      `UPDATE letters SET ${what} WHERE id = '${id(300 + Object.keys(letters).indexOf(of))}'
        RETURNING state, due_at, ask_again_at, said_here`,
    );
  const nothing = { due_at: null, ask_again_at: null, said_here: null };

  it('where it hands over, and leaves the letter due', async () => {
    const handsOver = `state = 'handed-over', reply = '250 taken', handed_over_at = now(), bounce_id = '${bounce_id}', claim = NULL`;
    expect(await set(handsOver, 'claimed before it was made')).toEqual([{ state: 'handed-over', ...nothing }]);
  });

  it('where somebody answers who was to be asked again', async () => {
    const of = 'that left and is still due, without a try';
    await set(`ask_again_at = now()`, of);
    expect(await set(`answer = 'yes', answer_at = now()`, of)).toEqual([{ state: 'handed-over', ...nothing }]);
  });

  it('where what stays here is said to have come back', async () => {
    const of = 'that left and is still due, without a try';
    await set(`reply = 'kept in the outbox of this machine'`, of);
    expect(await set(`state = 'bounced', reply = NULL`, of)).toEqual([{ state: 'bounced', ...nothing }]);
  });
});
