import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../test/support/broken-rules.ts';
import { type Offer, offer } from '../test/support/offer.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { type ScriptedPost, scriptedPost } from '../test/support/post.ts';
import { startedAgain } from '../test/support/started-again.ts';
import type { Action } from './actions/action.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { statusPage } from './actions/status-page.tsx';
import { SYSTEM } from './actors/actors.ts';
import { openEndpoints } from './campaigns/open-endpoints.ts';
import { addUpTallies, tallyOf } from './campaigns/tally.ts';
import { langs } from './config/langs.ts';
import { LONG_WORK, openDatabase, openPool } from './database/database.ts';
import type { App } from './http/app.ts';
import { viewFor } from './http/view.ts';
import { countAskers } from './letters/askers.ts';
import { lettersWaiting } from './letters/letters-waiting-queries.ts';
import { decideLetter, heldLetters } from './letters/review.ts';
import { words } from './locales/words.ts';
import { alertOperator, openAlerts } from './mail/alerts.ts';
import { keepInOutbox, outboxMails } from './mail/outbox.ts';
import { newBounceId } from './mail/return-path.ts';
import { keepReturned, returnedMails } from './mail/returned-mails.ts';
import { askForAddressee, requestsForStaff } from './representatives/addressee-requests.ts';
import { rooms } from './rooms.ts';
import { sealLink } from './sealing/mailed-link.ts';
import { supporterKey } from './sealing/sealing.ts';
import { removeDemonstration } from './settle-demonstration.ts';
import { eraseSupporter } from './supporters/erase.ts';
import { personalDataOf } from './supporters/export-data.ts';
import { enqueue } from './work/enqueue.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const said: string[] = [];

async function started(operator: boolean): Promise<App> {
  said.length = 0;
  return startedAgain(platform, operator, (line) => said.push(line));
}

const acted = (app: App, email: string, how: Offer = {}) => offer(app, platform.campaignId, email, how);

async function confirmed(app: App, email: string, how: Offer = {}): Promise<Action> {
  const action = await acted(app, email, how);
  expect(await confirmAction(app, action, 'en')).toBe(true);
  return action;
}

const query = async (text: string, ...values: unknown[]) => (await platform.fresh.pool.query(text, values)).rows;

async function counted() {
  await addUpTallies(platform.app.database);
  const { people, letters } = await tallyOf(platform.app.database, platform.campaignId);
  return { people, letters };
}

/** Everything that happens by itself, and every rare task, once. */
async function everythingHappens(app: App, actions: readonly Action[]): Promise<ScriptedPost> {
  const post = scriptedPost(app);
  const work = { app, patient: app, post, seconds: 0.001 };
  for (const { recover, pulses, duties } of rooms) {
    await recover?.(app);
    for (const pulse of pulses?.(work) ?? []) await pulse.run(AbortSignal.abort());
    for (const duty of duties?.(work) ?? []) await duty.run();
  }
  const tasks = Object.assign({}, ...rooms.map(({ tasks: of }) => of?.(work) ?? {}));
  for (const { supporterKey: who, id } of actions) {
    const key = who.toString('hex');
    for (const [{ id: letter } = { id: '' }] of [await query('SELECT id FROM letters WHERE action_id = $1', id)]) {
      // Whoever joined wrote none.
      if (!letter) continue;
      await tasks['mail-copy']({ key, letter });
      await tasks['mail-refusal']({ key, letter });
    }
    for (const to of ['status', 'answer']) await tasks['mail-renewed-link']({ to, key, action: id, lang: 'en' });
  }
  return post;
}

/** Letters, actions and whatever else there is, in each state in which something is mailed, listed, counted or given out. */
async function tried(app: App) {
  const letter = (name: string, how: Offer = {}) => confirmed(app, `${name}@mail.example`, { kind: 'letter', ...how });
  const actions = {
    pledge: await confirmed(app, 'joined@mail.example', { consents: ['news'] }),
    waiting: await letter('waiting'),
    held: await letter('held'),
    sent: await letter('sent'),
    refused: await letter('refused'),
    unconfirmed: await acted(app, 'open@mail.example', { kind: 'letter' }),
  };
  const set = (what: string, { id }: Action) => query(`UPDATE letters SET ${what} WHERE action_id = $1`, id);
  await set(`state = 'held', held_because = 'link'`, actions.held);
  const path = newBounceId();
  await query(
    `UPDATE letters SET state = 'handed-over', reply = '250 ok', handed_over_at = now() - interval '30 days', bounce_id = $2,
        claimed_at = now(), attempts = 1
      WHERE action_id = $1`,
    actions.sent.id,
    path,
  );
  await set(`state = 'refused', said_here = 'refused-here', held_because = 'threat'`, actions.refused);
  await query(
    `INSERT INTO reviews (supporter_key, letter_id, decision, reason, decided_by)
      SELECT supporter_key, id, 'refused', 'unkind', $2 FROM letters WHERE action_id = $1`,
    actions.refused.id,
    SYSTEM,
  );
  await keepReturned(app, app.database, { bounceId: path, kind: 'answer', raw: Buffer.from('Subject: Re: Justice') });
  await keepInOutbox(app, Buffer.from('Subject: kept\r\n\r\n'));
  await alertOperator(app, app.database, { kind: 'complaint', subject: 'gov.example', detail: 'seen' });
  const [channel] = await query(`SELECT id FROM channels WHERE value = 'minister@justice.gov.example'`);
  const request = { channelId: channel.id, kind: 'report-forgery', detail: 'not us', lang: 'en' } as const;
  expect(await askForAddressee(app, request)).toBe(true);
  return actions;
}

const STAYS = [
  'erased_actions',
  'mail_allowances',
  'page_removals',
  'delivery_queues',
  'receiving_domains',
  'row_checks',
  'statistics_counted',
];

const ROWS = `SELECT relname,
  (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text::int AS n
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`;

describe('what was tried in a demonstration, once an operator is named', () => {
  let before: unknown;
  let actions: Awaited<ReturnType<typeof tried>>;
  let real: App;
  beforeAll(async () => {
    const first = await started(false);
    await confirmed(first, 'gone@mail.example', { kind: 'letter' });
    await started(true);
    await removeDemonstration(first.database, rooms, SYSTEM);
    const trying = await started(false);
    before = await query(ROWS);
    actions = await tried(trying);
    expect(await counted()).toEqual({ people: 5, letters: 4 });
    expect(await outboxMails(trying, 10)).toHaveLength(1);
    expect(await personalDataOf(trying, supporterKey(trying.keys, 'joined@mail.example'))).toBeDefined();
    real = await started(true);
  });

  it('is told of at the start in one line', () => {
    expect(said).toEqual([expect.stringMatching(/^tried: 6 people and 5 letters .*npm run reset -- demonstration/)]);
  });

  it('is counted nowhere', async () => {
    expect(await counted()).toEqual({ people: 0, letters: 0 });
    const [ask] = await query('SELECT ask_id FROM letters LIMIT 1');
    expect(await countAskers(real.database, ask.ask_id, 'KEN')).toBe(0);
    const campaigns = openEndpoints.find(({ path }) => path.endsWith('/campaigns'));
    const told = JSON.stringify(await campaigns?.handle({ app: real, params: {}, query: {} }));
    expect(told).toContain('"people":0');
    expect(await lettersWaiting(real.database)).toBe(0);
    expect([...(await openAlerts(real.database))]).toEqual([]);
  });

  it('is mailed to nobody, whatever happens by itself and whoever asks', async () => {
    const post = await everythingHappens(real, Object.values(actions));
    expect(post.sent.map(({ to }) => to)).toEqual([]);
  });

  it('is in no list of what waits for a person', async () => {
    expect(await heldLetters(real)).toEqual([]);
    const [letter] = await query('SELECT id FROM letters WHERE action_id = $1', actions.held.id);
    expect(await decideLetter(real, letter.id, { by: SYSTEM })).toBe(false);
    expect(await returnedMails(real.database)).toEqual([]);
    expect(await requestsForStaff(real.database)).toEqual([]);
    expect(await outboxMails(real, 10)).toEqual([]);
  });

  it('is not found as the operator’s by whoever asks for their data', async () => {
    expect(await personalDataOf(real, supporterKey(real.keys, 'joined@mail.example'))).toBeUndefined();
  });

  it.each(langs)('is told to its writer as what it was, in %s', async (lang) => {
    const token = sealLink(real.keys, 'status', actions.waiting.supporterKey, actions.waiting.id);
    const request = platform.request({ lang, params: { token } });
    const answer = await statusPage({ ...request, app: real, view: viewFor(real, lang, '') });
    const shown = answer.kind === 'page' ? answer.html : '';
    expect(shown).toContain(words(lang).t('actions.status.tried.title'));
    expect(shown).toContain(words(lang).t('letters.tried.title'));
  });

  it('keeps nobody from taking part for real', async () => {
    const action = await confirmed(real, 'waiting@mail.example', { kind: 'letter' });
    expect(await query('SELECT state FROM letters WHERE action_id = $1', action.id)).toEqual([{ state: 'waiting' }]);
    expect(await counted()).toEqual({ people: 1, letters: 1 });
    await alertOperator(real, real.database, { kind: 'complaint', subject: 'gov.example', detail: 'for real' });
    expect((await openAlerts(real.database)).get('complaint')).toBe(1);
    await query('DELETE FROM alerts WHERE NOT tried');
  });

  it('is removed whole, and nothing else with it', async () => {
    await enqueue(real.database, 'mail-copy', { key: '00', letter: actions.sent.id });
    expect(await brokenRules(real)).toEqual([]);
    expect(await removeDemonstration(real.database, rooms, SYSTEM)).toEqual({ people: 6, letters: 5 });
    expect(await brokenRules(real)).toEqual([]);
    expect(await counted()).toEqual({ people: 1, letters: 1 });
    const action = await query('SELECT supporter_key FROM actions');
    expect(action).toHaveLength(1);
    await eraseSupporter(real, action[0].supporter_key);
    expect(await counted()).toEqual({ people: 0, letters: 0 });
    await query('DELETE FROM tallies');
    // What happened to the operator's own letter stays counted.
    expect(await query('SELECT DISTINCT tried FROM statistic_marks')).toEqual([{ tried: false }]);
    await query('DELETE FROM statistic_marks');
    await started(false);
    // The queue of the operator's own letter stays, what its link tells, and what a check of rows and limits of mails left.
    const left = (await query(ROWS)).filter(({ relname }) => !STAYS.includes(relname));
    expect(left).toEqual((before as typeof left).filter((row) => left.some(({ relname }) => relname === row.relname)));
    await started(true);
    expect(said).toEqual([]);
  });
});

/** More than a statement may have parameters. */
const MANY = 70_000;

it('is settled when an operator is named, however much came back', async () => {
  const pool = openPool(platform.fresh.url, 2, LONG_WORK);
  const database = openDatabase(pool);
  const { id } = await confirmed(await started(false), 'many@mail.example', { kind: 'letter' });
  const store = (text: string, ...values: unknown[]) => pool.query(text, values);
  await store(
    `INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state, created_at,
      confirmed_at, attempts, claimed_at, handed_over_at, bounce_id, reply)
    SELECT supporter_key, new_id(), action_id, campaign_id, ask_id, gen_random_uuid(), channel_id, 'handed-over', created_at,
      confirmed_at, 1, now(), now(), substring(sha256(n::text::bytea) FROM 1 FOR 10), '250 ok'
    FROM letters, generate_series(1, $2::int) n WHERE action_id = $1`,
    id,
    MANY,
  );
  await store(
    `INSERT INTO returned_mails (bounce_id, kind, message_sealed)
      SELECT bounce_id, 'answer', '\\x00' FROM letters WHERE action_id = $1 AND bounce_id IS NOT NULL`,
    id,
  );
  await started(true);
  expect(await returnedMails(database)).toEqual([]);
  expect(await removeDemonstration(database, rooms, SYSTEM)).toEqual({ people: 1, letters: MANY + 1 });
  expect(await query('SELECT count(*)::int AS left FROM returned_mails')).toEqual([{ left: 0 }]);
  await pool.end();
});
