import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Database } from '../database/database.ts';
import { checkRows } from './check-rows.ts';
import { rowsFound } from './row-rules-queries.ts';
import { saySetAside } from './set-aside.ts';

let platform: Platform;
const query = (text: string) => platform.fresh.pool.query(text);
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const confirm = `UPDATE actions SET state = 'confirmed', confirmed_at = now();
  INSERT INTO consents (supporter_key, action_id, purpose, controller_id, controller, wording, lang, given_at)
    SELECT supporter_key, a.id, 'act', controller_id, 'Coalition', w.id, 'en', now()
    FROM actions a, (SELECT id FROM consent_texts LIMIT 1) w`;
const wait = `UPDATE letters SET state = 'waiting', confirmed_at = now(), due_at = now()`;
const leave = `UPDATE letters SET state = 'handed-over', handed_over_at = now(), due_at = NULL, reply = '250 ok', attempts = 1,
  claimed_at = now(), bounce_id = '\\x0102030405060708090a'`;
const release = `INSERT INTO reviews (supporter_key, letter_id, decision, decided_by)
  SELECT supporter_key, l.id, 'released', s.id FROM letters l, actors s WHERE s.kind = 'system'`;
const hold = `UPDATE letters SET state = 'held', held_because = 'threat', due_at = NULL`;
const tally = (counted: string) => `INSERT INTO tallies (campaign_id, country, people, letters, tried_people)
  SELECT id, ${counted} FROM campaigns`;
const join = (country: string) => `INSERT INTO campaign_supporters (supporter_key, campaign_id, country, joined_at)
  SELECT supporter_key, campaign_id, ${country}, now() FROM actions`;
const refuse = `INSERT INTO reviews (supporter_key, letter_id, decision, reason, decided_by)
    SELECT supporter_key, l.id, 'refused', 'a threat', s.id FROM letters l, actors s WHERE s.kind = 'system'`;
const PICTURE = '00000000-0000-7000-8000-000000000096';
const note = 'INSERT INTO held_letters (supporter_key, letter_id) SELECT supporter_key, id FROM letters';
const through = (kind: string) => `INSERT INTO channels (representative_id, kind, value)
    SELECT representative_id, '${kind}', 'Parliament Road 1' FROM letters;
  UPDATE letters SET channel_id = (SELECT id FROM channels WHERE kind = '${kind}')`;

/** That an act met an ask, with something else in one column. */
const outcome = (column: string, other: string) => {
  const said = {
    campaign_id: 'k.campaign_id',
    ask_id: 'k.id',
    state: 'f.iso3',
    act: 'f.act',
    happened_on: 'f.day::date',
    revision: 'f.since',
  };
  const row = Object.entries({ ...said, [column]: other, people: '0' });
  return `INSERT INTO ask_outcomes (${row.map(([name]) => name)}) SELECT ${row.map(([, value]) => value)} FROM
    (SELECT lower(replace(key, '/', '-')) AS act, fields ->> 'iso3' AS iso3, fields ->> 'date' AS day, since FROM facts
      WHERE file = 'treaty-acts' AND fields ->> 'date' ~ '^2.{9}$' AND coalesce(fields ->> 'public_on', '') = '' LIMIT 1) f,
    (SELECT * FROM asks LIMIT 1) k`;
};

/** What breaks each rule, of a letter that was taken, and was not confirmed. */
const breaks: Readonly<Record<string, string | readonly string[]>> = {
  actions_agreed_to: `UPDATE actions SET state = 'confirmed', confirmed_at = now()`,
  actions_controller: `UPDATE actions SET controller_id = new_id()`,
  actions_join_campaigns: confirm,
  actions_mailed_by_a_try: [
    `UPDATE actions SET mail_state = 'sent', bounce_id = '\\x0102030405060708090a'`,
    `UPDATE actions SET mail_state = 'refused'`,
  ],
  actions_state: `UPDATE actions SET country = 'ZZZ'`,
  actions_with_their_letters: 'DELETE FROM letters',
  ask_outcomes_of_acts: [
    outcome('happened_on', "'2190-01-01'"),
    outcome('act', "'ken-rome-statute-joke-2024-01-01'"),
    outcome('state', '(SELECT iso3 FROM states WHERE iso3 <> f.iso3 LIMIT 1)'),
    outcome('revision', "(SELECT id FROM revisions WHERE dataset = 'record' LIMIT 1)"),
  ],
  ask_texts_as_versions: `DELETE FROM text_versions WHERE lang = 'ar' AND item_id = (SELECT id FROM asks LIMIT 1)`,
  asks_behind_publications: `INSERT INTO publications (id, kind) VALUES (new_id(), 'ask')`,
  asks_have_publications: `DELETE FROM publications WHERE id = (SELECT id FROM asks LIMIT 1)`,
  asks_published_in_words: `DELETE FROM ask_texts WHERE lang = 'ar' AND ask_id = (SELECT id FROM asks LIMIT 1)`,
  asks_slug: `UPDATE asks SET slug = 'a/../b c' WHERE id = (SELECT id FROM asks LIMIT 1)`,
  campaign_supporters_state: join("'ZZZ'"),
  campaign_supporters_took_part: [
    join('country'),
    `${confirm}; ${join('country')}; UPDATE letters SET state = 'withdrawn', text_sealed = NULL; UPDATE actions SET state = 'withdrawn'`,
  ],
  campaign_texts_as_versions: `DELETE FROM text_versions WHERE lang = 'ar' AND item_id = (SELECT id FROM campaigns)`,
  campaigns_behind_publications: `INSERT INTO publications (id, kind) VALUES (new_id(), 'campaign')`,
  campaigns_have_publications: `UPDATE publications SET kind = 'ask' WHERE kind = 'campaign'`,
  campaigns_published_in_words: `DELETE FROM campaign_texts WHERE lang = 'ar'`,
  channels_of_who_left: `UPDATE representatives SET ended_on = '2026' WHERE id = (SELECT representative_id FROM channels)`,
  consents_controller_of_action: `${confirm}; UPDATE consents SET controller_id = '${DEMONSTRATION}'`,
  consents_end_with_action: `${confirm}; UPDATE letters SET state = 'withdrawn', text_sealed = NULL;
    UPDATE actions SET state = 'withdrawn'`,
  consents_given_by_confirming: `${confirm}; UPDATE actions SET state = 'unconfirmed', confirmed_at = NULL`,
  consents_not_before_action: `${confirm}; UPDATE consents SET given_at = '2001-01-01'`,
  facts_one_at_a_time: `INSERT INTO revisions (id, dataset, made_by, why)
      SELECT n, dataset, made_by, why FROM (SELECT * FROM revisions WHERE dataset = 'states' LIMIT 1) r, generate_series(5001, 5002) n;
    INSERT INTO facts SELECT dataset, file, key, 5001, 5002, position, fields FROM facts
      WHERE dataset = 'states' AND until IS NULL LIMIT 1`,
  held_letters_were_held: [
    note,
    `${confirm}; ${wait}; ${note}`,
    `${confirm}; ${wait}; UPDATE letters SET state = 'duplicate', due_at = NULL, held_because = 'link'; ${note}`,
  ],
  letters_ask_of_campaign: `UPDATE letters SET ask_id = new_id()`,
  letters_campaign_of_action: `UPDATE letters SET campaign_id = new_id()`,
  letters_by_mail: [
    through('post'),
    `${confirm}; ${wait}; ${through('post')}`,
    `${confirm}; ${wait}; ${leave}; ${through('phone')}`,
  ],
  letters_channel_of_representative: [
    'UPDATE letters SET channel_id = new_id()',
    `${confirm}; ${wait}, channel_id = new_id()`,
    `${confirm}; ${wait}; ${leave}, channel_id = new_id()`,
  ],
  letters_confirmed_with_action: wait,
  letters_duplicate_of_another: `${confirm}; ${wait}; UPDATE letters SET state = 'duplicate', due_at = NULL`,
  letters_expected_once_confirmed: `${confirm}; ${wait}, expected_on = now() - interval '25 years'`,
  letters_not_before_action: [
    `UPDATE letters SET created_at = '2001-01-01'`,
    `${confirm}; ${wait}, created_at = '2001-01-01'; UPDATE letters SET confirmed_at = '2001-01-01'`,
  ],
  letters_not_sent_when_taken_back: `${confirm}; ${wait}; UPDATE actions SET state = 'withdrawn'`,
  letters_only_of_letters: `UPDATE actions SET kind = 'pledge'`,
  letters_representative: `UPDATE letters SET representative_id = new_id()`,
  letters_released_by_somebody: [
    `${confirm}; ${wait}, held_because = 'threat'`,
    `${confirm}; ${wait}, held_because = 'restored'`,
    `${confirm}; ${wait}; ${leave}, held_because = 'threat'`,
    `${confirm}; ${wait}; ${leave}; UPDATE letters SET state = 'refused', handed_over_at = NULL, reply = '550 no', held_because = 'link'`,
  ],
  letters_of_writers: [
    `${confirm}; ${wait}; UPDATE supporters SET address_sealed = NULL`,
    `${confirm}; ${wait}; UPDATE actions SET details_sealed = NULL`,
  ],
  letters_refused_with_review: `${confirm}; ${wait}; UPDATE letters SET state = 'refused', due_at = NULL, said_here = 'refused-here'`,
  letters_to_state_of_action: `UPDATE actions SET country = 'FRA'`,
  mandates_current_when_read: `UPDATE representatives SET as_of = '2026-01-01';
    INSERT INTO mandates (representative_id, body, ended_on, current)
    SELECT id, 'Assembly', '1999', true FROM representatives LIMIT 1`,
  publication_languages_decided_by_now: `UPDATE publication_languages SET decided_at = '2190-01-01', public_from = '2190-01-01'
    WHERE ctid = (SELECT ctid FROM publication_languages WHERE state = 'published' LIMIT 1)`,
  publications_decided_by_now: ['withdrawn', 'hidden'].map(
    (what) => `UPDATE publications SET ${what}_at = '2190-01-01', ${what}_because = 'wrong',
      ${what}_by = (SELECT id FROM actors WHERE kind = 'system' LIMIT 1) WHERE id = (SELECT id FROM asks LIMIT 1)`,
  ),
  letters_held_to_look_at: [
    `${confirm}; ${wait}; ${hold}; DELETE FROM letters_to_look_at`,
    `${confirm}; ${wait}; INSERT INTO letters_to_look_at (supporter_key, letter_id, since, because, ask_id, country, lang)
      SELECT supporter_key, id, now(), 'link', ask_id, 'KEN', 'en' FROM letters`,
  ],
  media_files_as_their_hashes: [
    `INSERT INTO media_files VALUES (sha256('a'), 'image/webp', 1)`,
    `INSERT INTO media_files VALUES (sha256('a'), 'image/webp', 1); INSERT INTO media_parts VALUES (sha256('a'), 0, 'b')`,
  ],
  pictures_behind_publications: `INSERT INTO publications (id, kind) VALUES (new_id(), 'picture')`,
  pictures_have_publications: `INSERT INTO pictures (name) VALUES ('A courtroom')`,
  pictures_published_in_words: `INSERT INTO pictures (id, name) VALUES ('${PICTURE}', 'A courtroom');
    INSERT INTO publications (id, kind) VALUES ('${PICTURE}', 'picture');
    INSERT INTO publication_languages (publication_id, lang, state, public_from, decided_by)
      SELECT '${PICTURE}', 'ar', 'published', now(), id FROM actors WHERE kind = 'system'`,
  representatives_by_mail: `UPDATE representatives SET by_mail = NOT by_mail WHERE id = (SELECT representative_id FROM letters)`,
  reviews_of_held_letters: [
    release,
    `${confirm}; ${wait}; UPDATE letters SET state = 'duplicate', due_at = NULL; ${release}`,
    `${confirm}; ${wait}; ${hold}; ${release}`,
    `${confirm}; ${wait}, held_because = 'threat'; ${release}; UPDATE reviews SET decided_at = '2001-01-01'`,
  ],
  reviews_of_what_was_held: [
    `${confirm}; ${wait}; ${release}`,
    `${confirm}; ${wait}; ${leave}; ${release}`,
    `${confirm}; ${wait}; UPDATE letters SET state = 'refused', due_at = NULL, said_here = 'refused-here'; ${refuse}`,
  ],
  reviews_refused_letter: [
    `${confirm}; ${wait}; ${refuse}`,
    `${confirm}; ${wait}, held_because = 'threat'; ${leave}; UPDATE letters SET state = 'refused', handed_over_at = NULL, reply = '550 no';
      ${refuse}`,
  ],
  risk_judgements_made_by_now: `INSERT INTO risk_judgements (state, level, because, judged_on, made_by)
    SELECT 'KEN', 'warn', 'read', '2190-01-01', id FROM actors WHERE kind = 'system'`,
  states_judged_by_now: `UPDATE states SET risk_judged_on = '2190-01-01' WHERE iso3 = 'KEN'`,
  text_versions_of_publications: `INSERT INTO text_versions (item_id, lang, number, words, made_by)
    SELECT new_id(), 'en', 1, '{"name": "One"}', id FROM actors WHERE kind = 'system'`,
  tallies_of_people: [
    tally(`'KEN', 5000, 0, 0`),
    tally(`'KEN', 0, 0, 5000`),
    `${confirm}; ${join('country')}; ${tally(`'KEN', 1, 0, 1`)}`,
    `${confirm}; ${join('country')}; ${tally(`'KEN', 1, 0, 0`)}; INSERT INTO tally_marks SELECT id, 'KEN', 1, 0 FROM campaigns`,
    `${confirm}; ${join('country')}; ${tally(`'FRA', 1, 0, 0`)}`,
  ],
  tallies_state: tally(`'ZZZ', 0, 0, 0`),
  tallies_not_below_zero: `INSERT INTO tally_marks SELECT id, 'KEN', -1, 0 FROM campaigns`,
  tally_marks_state: `INSERT INTO tally_marks SELECT id, 'ZZZ', 1, 0 FROM campaigns`,
  tally_marks_campaign: `INSERT INTO tally_marks VALUES (new_id(), 'KEN', 1, 0)`,
};

describe('rows that no constraint can hold', () => {
  it('are known rule by rule', () => {
    expect(platform.app.handed.rowRules.map(({ name }) => name).sort()).toEqual(Object.keys(breaks).sort());
  });

  it('are not there after people took part', async () => {
    await platform.offers('amina@mail.example', { kind: 'letter' });
    expect(await checkRows(platform.app)).toBe(0);
  });

  it.each(
    Object.entries(breaks).flatMap(([name, changes]) => [changes].flat().map((change) => [name, change] as const)),
  )('%s: a row that breaks it is told, by its key and nothing else: %s', async (name, change) => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const undone = platform.app.database.transaction().execute(async (trx) => {
      for (const statement of change.split(/;\s*/)) await sql.raw(statement).execute(trx);
      await checkRows({ ...platform.app, database: trx as unknown as Database, log });
      expect((await rowsFound(trx)).get(name)).toBe(1);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const told = lines.map((line) => JSON.parse(line)).find(({ rule }) => rule === name);
    expect(told).toMatchObject({ found: 1, example: expect.any(String), msg: 'rows that can’t be true' });
    expect(lines.join()).not.toMatch(/amina|mail\.example/i);
    expect(await checkRows(platform.app)).toBe(0);
  });
});

it('what an upgrade set aside is told at every start until somebody has dealt with it', async () => {
  const said: string[] = [];
  await saySetAside(platform.app.database, (line) => said.push(line));
  expect(said).toEqual([]);
  await query(`INSERT INTO set_aside (from_table, refused_by, contents) VALUES ('consents', 'consents_once', '{}')`);
  await saySetAside(platform.app.database, (line) => said.push(line));
  expect(said).toEqual([
    'upgrade: 1 rows of consents were set aside by consents_once: see the table set_aside, and docs/operating/upgrading.md',
  ]);
});
