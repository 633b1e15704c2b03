import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type ScriptedPost, scriptedPost } from '../../test/support/post.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { sendConfirmations } from '../actions/send-confirmations.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import { dropCached } from '../database/memory-cache.ts';
import type { HandOver } from '../mail/mail.ts';
import { bounceIdOf } from '../mail/return-path.ts';
import { publishNew } from '../publications/publications.ts';
import { noteBouncedLetter } from './bounced-letter.ts';
import { findReturnedLetter } from './bounced-letter-queries.ts';
import { deliverLetters } from './deliver-letters.ts';
import { askWriters } from './follow-up.ts';
import { mailCopy } from './mail-copy.ts';
import { MOST_ATTEMPTS } from './record-hand-over.ts';
import { lastTurn, sendDigests } from './send-digests.ts';

const office = 'minister@justice.gov.example';
const deferred: HandOver = { outcome: 'deferred', reply: '451 4.3.0 later', because: 'receiver' };

let platform: Platform;
let post: ScriptedPost;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  post = scriptedPost(platform.app);
  for (const table of ['letters', 'consents', 'actions', 'alerts']) await query(`DELETE FROM ${table}`);
  await query(`UPDATE mailboxes SET paused_at = NULL, paused_because = NULL, delivery = 'each'`);
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const letters = () =>
  query('SELECT id, state, attempts, answer, reply, handed_over_at, bounced_at FROM letters ORDER BY id');

async function confirmed(how: { copy?: boolean; email?: string } = {}): Promise<Action> {
  const email = how.email ?? `amina.${Math.random().toString(36).slice(2)}@mail.example`;
  const details = { name: 'Amina K.', ...(how.copy ? { copy: true } : {}) };
  const action = await platform.offers(email, { kind: 'letter', details });
  expect(await confirmAction(platform.app, action, 'en')).toBe(true);
  await turnsCome();
  return action;
}

async function turnsCome(): Promise<void> {
  await query('UPDATE mailboxes SET hourly_budget = 3600000');
  await query('UPDATE receiving_domains SET hourly_budget = 3600000, next_at = now()');
  await query('UPDATE delivery_queues SET next_at = now()');
  await query(`UPDATE letters SET due_at = now() WHERE state = 'waiting'`);
}

const later = () => new Date(Date.now() + 22 * 86_400_000);
const ask = (now = later()) => askWriters(platform.app, post, now);
const questions = () => post.sent.filter(({ bytes }) => bytes.includes('/answer/'));

/** Without the line breaks of quoted-printable (RFC 2045 section 6.7). */
const unfolded = (bytes: Buffer) => bytes.toString().replaceAll('=\r\n', '');

describe('the question whether an answer came', () => {
  beforeEach(async () => {
    await confirmed();
    await deliverLetters(platform.app, post);
    expect((await letters())[0]?.state).toBe('handed-over');
  });

  it.each([
    ['deferred by the writer’s server', deferred],
    ['deferred by our relay', { ...deferred, because: 'relay' } as HandOver],
  ])('that was %s is asked another day, and once', async (_why, answer) => {
    post.answer = () => answer;
    expect(await ask()).toBe(0);
    expect((await letters())[0]?.answer).toBeNull();
    post.answer = () => undefined;
    expect(await ask(), 'not at once').toBe(0);
    expect(await ask(new Date(later().getTime() + 86_400_000))).toBe(1);
    expect(await ask(new Date(later().getTime() + 2 * 86_400_000))).toBe(0);
    expect(questions()).toHaveLength(1);
    expect((await letters())[0]?.answer).toBe('asked');
  });

  it('that was refused is not asked again, and not said to have been', async () => {
    post.answer = () => ({ outcome: 'refused', reply: '550 5.1.1 unknown', meaning: 'mailbox-gone' });
    expect(await ask()).toBe(0);
    expect((await letters())[0]?.answer).toBe('not-asked');
    expect(await ask(new Date(later().getTime() + 86_400_000))).toBe(0);
  });

  it('is not put to who took the action back', async () => {
    const action = await confirmed({ email: 'back@mail.example' });
    await deliverLetters(platform.app, post);
    await withdrawAction(platform.app, action);
    expect(await ask()).toBe(1);
  });

  it('is put to others where one writer’s can’t be read', async () => {
    const action = await confirmed();
    await deliverLetters(platform.app, post);
    await query(`UPDATE supporters SET address_sealed = '\\x00' WHERE key = $1`, [action.supporterKey]);
    expect(await ask()).toBe(1);
  });
});

describe('the copy for a writer', () => {
  it('is made also of a letter that left in the mail of the day', async () => {
    const wanted = await confirmed({ copy: true });
    await confirmed();
    await query(`UPDATE mailboxes SET delivery = 'digest'`);
    await query(`DELETE FROM graphile_worker._private_jobs`);
    await sendDigests(platform.app, post);
    expect((await letters()).map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
    const jobs = await query(`SELECT payload->>'key' AS key FROM graphile_worker._private_jobs`);
    expect(jobs).toEqual([{ key: wanted.supporterKey.toString('hex') }]);
  });

  it('that was deferred is tried again', async () => {
    const action = await confirmed({ copy: true, email: 'copy@mail.example' });
    await deliverLetters(platform.app, post);
    const [letter] = await letters();
    const job = { key: action.supporterKey.toString('hex'), letter: letter?.id as string };
    post.answer = () => deferred;
    await expect(mailCopy(platform.app, post, job)).rejects.toThrow('deferred');
    post.answer = () => undefined;
    await mailCopy(platform.app, post, job);
    expect(post.sent.map(({ to }) => to)).toEqual([office, 'copy@mail.example']);
    // The writer is led to what else helps; the office is not.
    expect(post.sent.map(({ bytes }) => unfolded(bytes).includes('/take-action'))).toEqual([false, true]);
  });
});

describe('a bounce that comes while its letter is being recorded', () => {
  it('stays', async () => {
    await confirmed();
    post.answer = async ({ returnPath }) => {
      const bounceId = bounceIdOf(platform.app.keys, returnPath);
      const returned = bounceId && (await findReturnedLetter(platform.app.database, bounceId));
      if (!returned) throw new Error('it is not known');
      const why = { reply: '5.1.1 unknown', meaning: 'mailbox-gone' } as const;
      await noteBouncedLetter(platform.app, platform.app.database, returned, why, new Date());
      return undefined;
    };
    await deliverLetters(platform.app, post);
    expect(await letters()).toMatchObject([
      { state: 'bounced', reply: '5.1.1 unknown', handed_over_at: expect.any(Date), bounced_at: expect.any(Date) },
    ]);
  });
});

describe('a letter of which no mail can be made', () => {
  const broken = async () => {
    const action = await confirmed({ email: `broken.${Math.random()}@mail.example` });
    await query(`UPDATE letters SET text_sealed = '\\x00' WHERE action_id = $1`, [action.id]);
    return action;
  };

  it('keeps no other from leaving, is tried as often as any, then ends and is told to the operator', async () => {
    const action = await broken();
    await confirmed();
    for (let tries = 1; tries <= MOST_ATTEMPTS; tries += 1) {
      await turnsCome();
      await deliverLetters(platform.app, post);
    }
    expect(post.sent).toHaveLength(1);
    expect(
      await query('SELECT state, attempts, reply, said_here FROM letters WHERE action_id = $1', [action.id]),
    ).toEqual([{ state: 'refused', attempts: MOST_ATTEMPTS, reply: null, said_here: 'not-made' }]);
    expect(await query('SELECT kind, detail FROM alerts')).toEqual([
      { kind: 'letter-fails', detail: `not-made ${MOST_ATTEMPTS}` },
    ]);
  });

  it('keeps no digest from leaving with the others', async () => {
    await broken();
    await confirmed();
    await query(`UPDATE mailboxes SET delivery = 'digest'`);
    await sendDigests(platform.app, post);
    await query(`UPDATE mailboxes SET delivery = 'each'`);
    expect((await letters()).map(({ state }) => state).sort()).toEqual(['handed-over', 'waiting']);
  });

  it('is recorded as it left where only recording failed', async () => {
    await confirmed();
    post.answer = async () => {
      await query('ALTER TABLE mailboxes RENAME COLUMN refusals TO renamed');
      return undefined;
    };
    await expect(deliverLetters(platform.app, post)).rejects.toThrow();
    await query('ALTER TABLE mailboxes RENAME COLUMN renamed TO refusals');
    await turnsCome();
    post.answer = () => undefined;
    await deliverLetters(platform.app, post);
    expect(post.sent).toHaveLength(1);
    expect((await letters())[0]?.state).toBe('handed-over');
  });
});

describe('a confirmation that can’t be read', () => {
  it('keeps no other from leaving', async () => {
    const action = await platform.offers('unreadable@mail.example');
    await query(`UPDATE supporters SET address_sealed = '\\x00' WHERE key = $1`, [action.supporterKey]);
    await platform.offers('readable@mail.example');
    expect(await sendConfirmations(platform.app, post)).toBe(1);
    expect(post.sent.map(({ to }) => to)).toEqual(['readable@mail.example']);
  });
});

describe('the mail of the day', () => {
  it('names each campaign before its letters, and whom each letter is for', async () => {
    await query(
      `INSERT INTO campaigns (slug, opens_at, hashtags) VALUES ('another', now(), '{}') ON CONFLICT DO NOTHING`,
    );
    await query(`INSERT INTO campaign_texts (campaign_id, lang, text)
      SELECT n.id, t.lang, t.text || '{"name": "Another Campaign"}' FROM campaigns n, campaign_texts t WHERE n.slug = 'another'
      ON CONFLICT DO NOTHING`);
    const [{ id }] = await query(`SELECT id FROM campaigns WHERE slug = 'another'`);
    await publishNew(platform.app.database, { id, kind: 'campaign' }, langs, SYSTEM);
    dropCached();
    await confirmed();
    const other = await confirmed();
    await query(
      `UPDATE letters SET campaign_id = (SELECT id FROM campaigns WHERE slug = 'another') WHERE action_id = $1`,
      [other.id],
    );
    await query(`UPDATE mailboxes SET delivery = 'digest'`);
    await sendDigests(platform.app, post);
    await query(`UPDATE mailboxes SET delivery = 'each'`);
    expect(post.sent).toHaveLength(1);
    const mail = await simpleParser(post.sent[0]?.bytes ?? '');
    expect(mail.subject).toBe('2 letters today in the campaigns United by Common Bonds and Another Campaign');
    expect(mail.from?.value[0]?.name).toBe('Test Coalition');
    const text = mail.text ?? '';
    const first = text.indexOf('Campaign: United by Common Bonds');
    const second = text.indexOf('Campaign: Another Campaign');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
    expect(text.match(/^To: /gm)).toHaveLength(2);
  });

  it('that could not leave is tried again the same day, with what was in it', async () => {
    await query(`UPDATE mailboxes SET last_handed_over_at = NULL, delivery = 'digest'`);
    await confirmed();
    post.answer = () => deferred;
    await sendDigests(platform.app, post);
    post.answer = () => undefined;
    const turn = new Date();
    const late = await confirmed();
    expect(await sendDigests(platform.app, post, new Date(turn.getTime() - 60_000)), 'not due then').toBe(0);
    expect(await sendDigests(platform.app, post, turn)).toBe(1);
    expect(await query('SELECT state FROM letters WHERE action_id = $1', [late.id])).toEqual([{ state: 'waiting' }]);
    expect(await sendDigests(platform.app, post, turn), 'it got one').toBe(0);
    expect(post.sent).toHaveLength(1);
    await query(`UPDATE mailboxes SET delivery = 'each'`);
  });

  it.each([
    ['UTC', '2026-11-25T06:02:59Z', '2026-11-24T06:03:00Z'],
    ['UTC', '2026-11-25T06:03:00Z', '2026-11-25T06:03:00Z'],
    ['UTC', '2026-11-25T23:59:59Z', '2026-11-25T06:03:00Z'],
    ['Africa/Nairobi', '2026-11-25T03:02:59Z', '2026-11-24T03:03:00Z'],
    ['Africa/Nairobi', '2026-11-25T03:03:00Z', '2026-11-25T03:03:00Z'],
    ['Europe/Paris', '2026-10-25T05:00:00Z', '2026-10-24T04:03:00Z'],
    ['Pacific/Kiritimati', '2026-11-25T16:02:00Z', '2026-11-24T16:03:00Z'],
  ])('was last due in %s, at %s, at %s', (zone, now, turn) =>
    expect(lastTurn(zone, new Date(now))).toEqual(new Date(turn)),
  );

  it('leaves without a letter that was taken back while it was made', async () => {
    const action = await confirmed();
    await confirmed();
    await query(`UPDATE mailboxes SET delivery = 'digest'`);
    const compose = post.compose;
    let once = false;
    const racing: ScriptedPost = {
      ...post,
      compose: async (mail, path) => {
        const message = await compose(mail, path);
        if (!once) await withdrawAction(platform.app, action);
        once = true;
        return message;
      },
    };
    await sendDigests(platform.app, racing);
    await query(`UPDATE mailboxes SET delivery = 'each'`);
    expect((await letters()).map(({ state }) => state).sort()).toEqual(['handed-over', 'withdrawn']);
    expect(post.sent).toHaveLength(1);
    expect((await simpleParser(post.sent[0]?.bytes ?? '')).text?.match(/^To: /gm)).toHaveLength(1);
  });
});
