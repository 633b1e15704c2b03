import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { knownMigrations, migrate, migrateWithin } from './migrate.ts';

interface Stored {
  readonly act?: string;
  readonly letter?: string;
}

/** Letters that older databases could hold: what was wrong, in SQL, and how each stands after the upgrade. */
const letters: Readonly<Record<string, readonly [Stored, after: Record<string, unknown>]>> = {
  'to be sent by hand': [{ letter: `state = 'by-hand', channel_id = NULL` }, { state: 'refused', reached: true }],
  'that waits without a channel': [{ letter: 'channel_id = NULL' }, { state: 'waiting', reached: true }],
  'that waits and has left': [{ letter: 'handed_over_at = now()' }, { state: 'handed-over', left: true }],
  'that was refused and has left': [
    { letter: `state = 'refused', handed_over_at = now()` },
    { state: 'bounced', left: true },
  ],
  'that left at no moment': [{ letter: `state = 'handed-over'` }, { state: 'handed-over', left: true }],
  'that waits and was never confirmed': [
    { act: `state = 'unconfirmed', confirmed_at = NULL`, letter: 'confirmed_at = NULL' },
    { state: 'unconfirmed', confirmed: false },
  ],
  'that waits since no moment': [{ letter: 'confirmed_at = NULL' }, { state: 'waiting', confirmed: true }],
  'of an action confirmed at no moment': [{ act: 'confirmed_at = NULL' }, { state: 'waiting', act_confirmed: true }],
  'claimed by nobody': [{ letter: `state = 'claimed'` }, { state: 'waiting' }],
  'being handed over by nobody': [{ letter: `state = 'handing-over'` }, { state: 'unknown' }],
  'refused and still claimed': [
    { letter: `state = 'refused', claim = new_id(), claimed_at = now()` },
    { state: 'refused', claimed: false },
  ],
  'held for no reason': [{ letter: `state = 'held'` }, { state: 'held', held_because: 'restored' }],
  'that waits without its words': [{ letter: 'text_sealed = NULL' }, { state: 'refused', words: false }],
  'taken back with its words': [{ letter: `state = 'withdrawn'` }, { state: 'withdrawn', words: false }],
  'due at no moment': [{ letter: 'due_at = NULL' }, { state: 'waiting', due: true }],
  'a duplicate of which a server spoke': [
    { letter: `state = 'duplicate', reply = '250 taken'` },
    { state: 'duplicate', reply: null },
  ],
  'that left with words that are no list’s': [
    { letter: `state = 'handed-over', handed_over_at = now(), reply = '250 taken, in a way of our own'` },
    { state: 'handed-over', reply: '250 taken, in a way of our own' },
  ],
  'answered before it left': [{ letter: `answer = 'asked'` }, { state: 'waiting', answer: null }],
  'answered at no moment': [
    { letter: `state = 'handed-over', handed_over_at = now(), answer = 'yes'` },
    { state: 'handed-over', answer: 'yes', answered: true },
  ],
};

/** Of these, what may have left by none: a return path is made for each. */
const LEFT_BY_NO_RETURN_PATH = Object.keys(letters).filter((what) =>
  ['handed-over', 'bounced', 'unknown'].includes(`${letters[what]?.[1].state}`),
);

/** And what was said of none of these is known; what was made `refused` later has ours. */
const LEFT_UNSAID = Object.values(letters).filter(
  ([{ letter = '' }, { state }]) =>
    (state === 'handed-over' || (state === 'refused' && letter.includes("'refused'"))) && !letter.includes('reply'),
);

/** Of which no mail was made, though nobody tried. */
const LEFT_UNTRIED = ['to be sent by hand', 'that waits without its words'];

let url: string;
const server = inject('databaseUrl');
const name = `t_${randomBytes(6).toString('hex')}`;

async function once<Result>(address: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return work(client).finally(() => client.end());
}
const rows = (query: string, values: unknown[] = []) =>
  once(url, async (client) => (await client.query<Record<string, unknown>>(query, values)).rows);

async function storeLetter(client: pg.Client, what: string, { act, letter }: Stored): Promise<void> {
  await client.query(
    `WITH s AS (INSERT INTO supporters (key) VALUES (decode(md5($1), 'hex')) RETURNING key),
      a AS (INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, state, confirmed_at, expires_at, mail_due_at)
        SELECT s.key, new_id(), c.id, 'letter', 'en', 'KEN', 'confirmed', now(), now(), now() FROM s, campaigns c RETURNING *)
      INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state, text_sealed,
        confirmed_at, due_at)
        SELECT a.supporter_key, new_id(), a.id, a.campaign_id, k.id, c.representative_id, c.id, 'waiting', 'x', now(), now()
        FROM a, asks k, channels c`,
    [what],
  );
  const mine = `WHERE supporter_key = decode(md5($1), 'hex')`;
  if (act) await client.query(`UPDATE actions SET ${act} ${mine}`, [what]);
  if (letter) await client.query(`UPDATE letters SET ${letter} ${mine}`, [what]);
}

beforeAll(async () => {
  await once(server, (client) => client.query(`CREATE DATABASE ${name}`));
  url = server.replace('/common_bonds?', `/${name}?`);
  const before = (await knownMigrations()).filter((one) => one < '025');
  await once(url, async (client) => {
    await migrateWithin(client, before);
    await client.query(`
      INSERT INTO states (iso3, iso2) VALUES ('KEN', 'KE');
      INSERT INTO representatives (state, name, source_key, external_id, ended_on) VALUES ('KEN', 'One', 'k', '1', '2023-02-30');
      INSERT INTO channels (representative_id, kind, value) SELECT id, 'email', 'desk@gov.example' FROM representatives;
      INSERT INTO campaigns (slug, opens_at, closes_at, hashtags) VALUES ('c', now(), now() - interval '1 day', '{}');
      INSERT INTO asks (campaign_id, slug, aim, position, condition) SELECT id, 'join', 'global-justice', 0, 'on a whim' FROM campaigns;
      INSERT INTO receiving_domains (domain, paused_because) VALUES ('gov.example', 'asked');
      INSERT INTO receiving_domains (domain) VALUES ('Gov.example'), ('Loud.example'), ('LOUD.example'), ('not a domain');
      INSERT INTO tally_marks (campaign_id, country, people, letters) SELECT id, 'KEN', 0, 0 FROM campaigns;
      INSERT INTO wordings (id, lang, words) VALUES (decode(md5('w'), 'hex'), 'en', 'I agree.');`);
    for (const [what, [stored]] of Object.entries(letters)) await storeLetter(client, what, stored);
    await client.query(`
      INSERT INTO reviews (supporter_key, letter_id, decision, decided_by) SELECT l.supporter_key, l.id, 'released', 'x'
        FROM letters l LIMIT 1;
      INSERT INTO consents (supporter_key, action_id, purpose, controller, wording, lang, given_at)
        SELECT supporter_key, id, 'act', 'Coalition', decode(md5('w'), 'hex'), 'en', now() + n * interval '1 second'
        FROM (SELECT * FROM actions LIMIT 1) a, generate_series(1, 2) n;
      INSERT INTO consents (supporter_key, action_id, purpose, controller, wording, lang, given_at)
        VALUES (decode(md5('gone'), 'hex'), new_id(), 'news', 'Coalition', decode(md5('w'), 'hex'), 'en', now());
      INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state, text_sealed)
        SELECT decode(md5('gone'), 'hex'), new_id(), new_id(), c.id, new_id(), new_id(), new_id(), 'unconfirmed', 'y' FROM campaigns c;
      INSERT INTO reviews (supporter_key, letter_id, decision, decided_by)
        SELECT supporter_key, id, 'released', 'y' FROM letters WHERE text_sealed = 'y';`);
  });
  await migrate(url);
});
afterAll(() => once(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));

describe('a letter of an older database', () => {
  it.each(Object.entries(letters))('%s is what it can only have been', async (what, [, after]) => {
    const [letter] = await rows(
      `SELECT l.state, l.held_because, l.answer, l.reply, c.id IS NOT NULL AS reached, l.handed_over_at IS NOT NULL AS left,
        l.confirmed_at IS NOT NULL AS confirmed,
        a.confirmed_at IS NOT NULL AS act_confirmed, l.claim IS NOT NULL AS claimed, l.text_sealed IS NOT NULL AS words,
          l.due_at IS NOT NULL AS due,
        l.answer_at IS NOT NULL AS answered
      FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id LEFT JOIN channels c ON c.id = l.channel_id
      WHERE l.supporter_key = decode(md5($1), 'hex')`,
      [what],
    );
    expect(letter).toMatchObject(after);
  });
});

it('what else could not be is repaired with the least change', async () => {
  expect(await rows('SELECT ended_on FROM representatives')).toEqual([{ ended_on: '2023-02' }]);
  expect(await rows('SELECT closes_at = opens_at AS never FROM campaigns')).toEqual([{ never: true }]);
  expect(await rows('SELECT domain, paused_because FROM receiving_domains ORDER BY 1')).toEqual([
    { domain: 'gov.example', paused_because: null },
    { domain: 'loud.example', paused_because: null },
  ]);
});

it('what can’t be repaired is set aside as it stood, with what hangs on it, and nothing is lost', async () => {
  const aside = await rows(
    `SELECT from_table, refused_by, supporter_key = decode(md5('gone'), 'hex') AS gone FROM set_aside ORDER BY 1, 2`,
  );
  expect(aside).toEqual([
    { from_table: 'consents', refused_by: 'consents_action', gone: true },
    { from_table: 'consents', refused_by: 'consents_once', gone: false },
    { from_table: 'letters', refused_by: 'letters_action', gone: true },
    ...LEFT_UNTRIED.map(() => ({ from_table: 'letters', refused_by: 'letters_claimed_at', gone: false })),
    { from_table: 'letters', refused_by: 'letters_never_left', gone: false },
    ...LEFT_BY_NO_RETURN_PATH.map(() => ({ from_table: 'letters', refused_by: 'letters_return_path', gone: false })),
    ...LEFT_UNSAID.map(() => ({ from_table: 'letters', refused_by: 'letters_said', gone: false })),
    { from_table: 'receiving_domains', refused_by: 'receiving_domains_domain', gone: null },
    { from_table: 'receiving_domains', refused_by: 'receiving_domains_small', gone: null },
    { from_table: 'receiving_domains', refused_by: 'receiving_domains_small', gone: null },
    { from_table: 'reviews', refused_by: 'letters_action', gone: true },
    { from_table: 'tally_marks', refused_by: 'tally_marks_counts', gone: null },
  ]);
  expect(
    await rows(
      `SELECT contents->>'text_sealed' AS words, contents->>'reply' AS reply FROM set_aside
        WHERE from_table = 'letters' AND refused_by NOT IN ('letters_claimed_at', 'letters_return_path', 'letters_said') ORDER BY 1`,
    ),
  ).toEqual([
    { words: '\\x79', reply: null },
    { words: null, reply: '250 taken' },
  ]);
  expect(await rows('SELECT count(*)::int AS kept FROM letters')).toEqual([{ kept: Object.keys(letters).length }]);
  expect(await rows('SELECT count(*)::int AS kept FROM consents')).toEqual([{ kept: 1 }]);
});

it('what much hangs on stays where it is, and its rule holds for what is new', async () => {
  expect(await rows('SELECT conname FROM pg_constraint WHERE NOT convalidated')).toEqual([
    { conname: 'asks_condition' },
  ]);
  expect(await rows('SELECT condition FROM asks')).toEqual([{ condition: 'on a whim' }]);
});
