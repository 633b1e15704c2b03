import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { scriptedPost } from '../test/support/post.ts';
import type { Action } from './actions/action.ts';
import { actionAddresses } from './actions/addresses.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { sendConfirmations } from './actions/send-confirmations.ts';
import { writerOf } from './actions/writer.ts';
import { deriveKeys } from './config/keys.ts';
import { type Lang, langs } from './config/langs.ts';
import type { App } from './http/app.ts';
import { letterAddresses } from './letters/addresses.ts';
import { deliverLetters } from './letters/deliver-letters.ts';
import { askWriters } from './letters/follow-up.ts';
import { heldLetters } from './letters/review.ts';
import { words } from './locales/words.ts';
import type { MailGateway } from './mail/mail-gateway.ts';
import { keepInOutbox, outboxMails } from './mail/outbox.ts';
import { rooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { listKeys } from './sealing/list-keys.ts';
import { type LinkPurpose, sealLink } from './sealing/mailed-link.ts';
import { reseal } from './sealing/reseal.ts';
import { BrokenSealError, type RowKey, type SealedColumn, seal } from './sealing/sealing.ts';
import { makeServer } from './site/server.ts';
import { supporterAddresses } from './supporters/addresses.ts';
import { personalDataOf } from './supporters/export-data.ts';
import { forgetWhatIsNoLongerNeeded } from './supporters/forget.ts';

const lines: string[] = [];
let platform: Platform;
let app: App;
let server: FastifyInstance;
beforeAll(async () => {
  platform = await startPlatform({ ACTS_PER_NETWORK_HOUR: '10000' });
  app = { ...platform.app, log: pino({ base: null }, { write: (line: string) => void lines.push(line) }) };
  server = await makeServer(app, routesOf(rooms));
});
afterAll(async () => {
  await server.close();
  await platform.stop();
});
beforeEach(() => void lines.splice(0));

/** What can happen to a sealed value. */
type Damage = (value: Buffer, column: SealedColumn, row: RowKey) => Buffer;
const flipped =
  (at: (length: number) => number): Damage =>
  (value) => {
    const other = Buffer.from(value);
    const place = at(value.length);
    other[place] = (other[place] ?? 0) ^ 1;
    return other;
  };
const sealedWith = (text: string): Damage => {
  const lost = deriveKeys(randomBytes(32));
  return (_, column, row) => seal(lost, column, row, text);
};
const damages: readonly (readonly [string, Damage])[] = [
  ['its version', flipped(() => 0)],
  ['its key’s number', flipped(() => 2)],
  ['its text', flipped(() => 20)],
  ['its tag', flipped((length) => length - 1)],
  ['cut off in its head', (value) => value.subarray(0, 2)],
  ['cut off at its end', (value) => value.subarray(0, -3)],
  ['moved from another row', (_, column) => seal(app.keys, column, [randomBytes(16), 'x'], '{}')],
  ['sealed with a lost key', sealedWith('{}')],
];

const columns = [
  ['supporters', 'address_sealed', ['key']],
  ['actions', 'details_sealed', ['supporter_key', 'id']],
  ['letters', 'text_sealed', ['supporter_key', 'id']],
] as const;

/** Damages all that is sealed of somebody. */
async function damageAll(key: Buffer, damage: Damage, of?: readonly string[]): Promise<void> {
  for (const [table, column, row] of columns) {
    if (of && !of.includes(table)) continue;
    const { rows } = await app.pool.query(`SELECT * FROM ${table} WHERE ${row[0]} = $1 AND ${column} IS NOT NULL`, [
      key,
    ]);
    for (const one of rows) {
      const place = row.map((part) => one[part] as Buffer | string);
      const value = damage(one[column], `${table}.${column}` as SealedColumn, place);
      const where = row.map((part, at) => `${part} = $${at + 2}`).join(' AND ');
      await app.pool.query(`UPDATE ${table} SET ${column} = $1 WHERE ${where}`, [value, ...place]);
    }
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const link = (purpose: LinkPurpose, action: Action, id = action.id) =>
  sealLink(app.keys, purpose, action.supporterKey, id);
const pages = (action: Action, lang: Lang) => ({
  confirm: actionAddresses.confirm(lang, link('confirm', action)),
  status: actionAddresses.status(lang, link('status', action)),
  answer: letterAddresses.answer(lang, link('answer', action)),
  data: supporterAddresses.myDataOpened(lang, link('my-data', action, NOBODY)),
});
const unreadable = (lang: Lang) => words(lang).t('actions.unreadable');

/** Its link says so and nothing is done, in every language; nothing offers to confirm it. */
async function cannotConfirm(action: Action): Promise<void> {
  for (const lang of langs) {
    const { confirm } = pages(action, lang);
    for (const answer of [await server.inject(confirm), await send(confirm, {})]) {
      expect(answer.statusCode).toBe(410);
      expect(answer.body).toContain(words(lang).t('actions.link.unreadable.text'));
      expect(answer.body).not.toContain('<form');
    }
    expect(await shows(pages(action, lang).data)).not.toContain(actionAddresses.confirm(lang, ''));
  }
  const kept = await app.pool.query(
    `SELECT (SELECT array_agg(state) FROM actions WHERE supporter_key = $1) AS acts,
      (SELECT array_agg(state) FROM letters WHERE supporter_key = $1) AS letters,
      (SELECT count(*)::int FROM consents WHERE supporter_key = $1) AS consents,
      (SELECT count(*)::int FROM campaign_supporters WHERE supporter_key = $1) AS joined`,
    [action.supporterKey],
  );
  expect(kept.rows[0]).toEqual({ acts: ['unconfirmed'], letters: ['unconfirmed'], consents: 0, joined: 0 });
}

async function shows(url: string): Promise<string> {
  const { statusCode, body } = await server.inject({ url });
  expect(statusCode, url).toBe(200);
  return body;
}

const send = (url: string, fields: Readonly<Record<string, string>>) =>
  server.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });

const stateOf = async (table: string, action: Action) =>
  (await app.pool.query(`SELECT state FROM ${table} WHERE supporter_key = $1`, [action.supporterKey])).rows.map(
    ({ state }) => state,
  );
let somebody = 0;
const offersLetter = () => platform.offers(`damaged${++somebody}@mail.example`, { kind: 'letter' });
const pauseMailbox = (on: boolean) =>
  app.pool.query(
    `UPDATE mailboxes SET paused_at = ${on ? 'now()' : 'NULL'}, paused_because = ${on ? `'staff'` : 'NULL'}`,
  );

/** Delivers as if the pace of mailboxes and domains were none. */
async function allDeliveries(post: MailGateway): Promise<void> {
  do {
    await app.pool.query(`UPDATE delivery_queues SET next_at = now() - interval '1 hour'`);
    await app.pool.query(`UPDATE receiving_domains SET next_at = now() - interval '1 hour'`);
  } while ((await deliverLetters(app, post)) > 0);
}

describe.each(damages)('where %s was damaged of all that is sealed of somebody', (_name, damage) => {
  it('it can’t be confirmed any more, which its page says', async () => {
    const action = await offersLetter();
    await damageAll(action.supporterKey, damage);
    await cannotConfirm(action);
  });

  it('every page of theirs says so and works', async () => {
    const action = await offersLetter();
    await confirmAction(app, action, 'en');
    await damageAll(action.supporterKey, damage);
    await pauseMailbox(true);
    for (const lang of langs) {
      expect(await shows(pages(action, lang).status)).toContain(unreadable(lang));
      expect((await shows(pages(action, lang).data)).split(unreadable(lang)).length).toBe(5);
    }
    await pauseMailbox(false);
    const file = (await send(pages(action, 'en').data, { download: '1' })).json();
    expect([file.unreadable, file.acts[0].unreadable, file.letters[0].unreadable]).toEqual([
      'address',
      'name and details',
      'text',
    ]);
    expect(file.acts[0].campaign).toBeTruthy();
  });

  it('a letter that left is still asked after', async () => {
    const action = await offersLetter();
    await confirmAction(app, action, 'en');
    const left = `state = 'handed-over', handed_over_at = now(), claimed_at = now(), attempts = 1, bounce_id = $2, reply = '250 ok'`;
    await app.pool.query(`UPDATE letters SET ${left} WHERE supporter_key = $1`, [action.supporterKey, randomBytes(10)]);
    await damageAll(action.supporterKey, damage);
    for (const lang of langs) await shows(pages(action, lang).answer);
    expect((await send(pages(action, 'en').answer, {})).statusCode).toBe(303);
    await shows(pages(action, 'en').status);
  });

  it('it can be taken back, and erased', async () => {
    const action = await offersLetter();
    await confirmAction(app, action, 'en');
    await damageAll(action.supporterKey, damage);
    expect((await send(pages(action, 'en').status, { sure: 'yes' })).statusCode).toBe(303);
    for (const table of ['actions', 'letters']) expect(await stateOf(table, action)).toEqual(['withdrawn']);
    await shows(pages(action, 'en').status);
    expect((await send(pages(action, 'en').data, { erase: '1', sure: 'yes' })).statusCode).toBe(200);
    expect(await stateOf('actions', action)).toEqual([]);
  });

  it('consent can be taken back', async () => {
    const action = await offersLetter();
    await confirmAction(app, action, 'en');
    await damageAll(action.supporterKey, damage);
    const id = /name="withdraw" value="([^"]+)"/.exec(await shows(pages(action, 'en').data))?.[1] ?? '';
    await send(pages(action, 'en').data, { withdraw: id });
    expect(await stateOf('actions', action)).toEqual(['withdrawn']);
  });

  it('nothing leaves of it, and what is sound leaves, is sealed anew, is looked at and forgotten as ever', async () => {
    await app.pool.query('TRUNCATE supporters CASCADE');
    const [ill, waiting, confirmation, sound] = [
      await offersLetter(),
      await offersLetter(),
      await offersLetter(),
      await offersLetter(),
    ];
    for (const action of [ill, waiting, sound]) await confirmAction(app, action, 'en');
    for (const action of [ill, confirmation]) await damageAll(action.supporterKey, damage);
    await expect(writerOf(app, ill.supporterKey, ill.id)).rejects.toThrow(BrokenSealError);
    const post = scriptedPost(app);
    await allDeliveries(post);
    await sendConfirmations(app, post);
    expect(await stateOf('letters', sound)).toEqual(['handed-over']);
    expect(await stateOf('letters', waiting)).toEqual(['handed-over']);
    expect(await stateOf('letters', ill)).toEqual(['waiting']);
    expect(await askWriters(app, post, new Date(Date.now() + 30 * 86_400_000))).toBeGreaterThan(0);
    await reseal(app);
    await listKeys(app);
    await heldLetters(app);
    await forgetWhatIsNoLongerNeeded(app, new Date(Date.now() + 400 * 86_400_000));
    expect(await stateOf('actions', confirmation)).toEqual([]);
  });
});

it.each(columns.map(([table]) => table))(
  'what is damaged of %s alone keeps all of an action from being confirmed',
  async (table) => {
    const action = await offersLetter();
    await damageAll(
      action.supporterKey,
      flipped((length) => length - 1),
      [table],
    );
    await cannotConfirm(action);
  },
);

it('who acts again after their address was damaged is mailed, by what they typed', async () => {
  await app.pool.query('TRUNCATE supporters CASCADE');
  const email = 'again@mail.example';
  const action = await platform.offers(email, { kind: 'letter' });
  await damageAll(
    action.supporterKey,
    flipped((length) => length - 1),
    ['supporters'],
  );
  const post = scriptedPost(app);
  await sendConfirmations(app, post);
  expect(post.sent).toEqual([]);
  const again = await platform.offers('Again@mail.example', { kind: 'letter' });
  expect(again.supporterKey).toEqual(action.supporterKey);
  await sendConfirmations(app, post);
  expect(post.sent.length).toBe(1);
});

it('the log names the column, once, and nobody', async () => {
  const action = await offersLetter();
  await damageAll(
    action.supporterKey,
    flipped((length) => length - 1),
  );
  lines.splice(0);
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  for (let time = 0; time < 3; time += 1) await personalDataOf({ ...app, log }, action.supporterKey);
  expect(lines.map((line) => JSON.parse(line).column)).toEqual(['actions.details_sealed', 'supporters.address_sealed']);
  const [id, key] = [action.id, action.supporterKey.toString('hex')];
  expect(lines.join('')).not.toMatch(new RegExp(`damaged\\d|Amina|${id}|${key}`));
});

it('a mail of the outbox that can’t be opened keeps nobody from the others', async () => {
  await keepInOutbox(app, Buffer.from('Subject: Sound\r\n\r\n'));
  await keepInOutbox(app, Buffer.from('Subject: Ill\r\n\r\n'));
  const { rows } = await app.pool.query('SELECT id, message_sealed FROM outbox ORDER BY created_at DESC LIMIT 1');
  const ill = flipped(() => 20)(rows[0].message_sealed, 'outbox.message_sealed', []);
  await app.pool.query('UPDATE outbox SET message_sealed = $1 WHERE id = $2', [ill, rows[0].id]);
  const [first, second] = await outboxMails(app, 2);
  expect([first?.message, second?.message]).toEqual([
    expect.stringContaining('can’t be opened'),
    expect.stringContaining('Sound'),
  ]);
});
