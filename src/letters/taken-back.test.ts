import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type Action, findAction } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { selectConsents } from '../consents/consent-queries.ts';
import type { HandOver } from '../mail/mail.ts';
import { newBounceId } from '../mail/return-path.ts';
import { eraseEverything } from '../supporters/erase.ts';
import { withdrawConsent } from '../supporters/withdraw-consent.ts';
import { noteBouncedLetter } from './bounced-letter.ts';
import { findReturnedLetter } from './bounced-letter-queries.ts';
import { recoverDeliveries } from './deliver-letters.ts';
import { beginHandOver, type ClaimedLetter, claimLetters } from './delivery-queries.ts';
import { claimDigest } from './digest-queries.ts';
import { pullBackLetters } from './pull-back-letters.ts';
import { record } from './record-hand-over.ts';
import { redirectEndedAddresses } from './redirect-ended-addresses.ts';
import { decideLetter, releaseAfterRestore } from './review.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  await query('DELETE FROM letters');
  await query('DELETE FROM tally_marks');
  await query('UPDATE mailboxes SET paused_at = NULL, paused_because = NULL, hourly_budget = 3600000');
  await query(
    'UPDATE receiving_domains SET paused_at = NULL, paused_because = NULL, hourly_budget = 3600000, next_at = now()',
  );
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const someone = () => `amina.${Math.random().toString(36).slice(2)}@mail.example`;

async function confirmed(email = someone()): Promise<Action> {
  const offered = await platform.offers(email, { kind: 'letter' });
  expect(await confirmAction(platform.app, offered, 'en')).toBe(true);
  await query('UPDATE delivery_queues SET next_at = now()');
  await query('UPDATE receiving_domains SET hourly_budget = 3600000, next_at = now()');
  await query('UPDATE mailboxes SET hourly_budget = 3600000');
  const act = await findAction(platform.app, offered.supporterKey, offered.id);
  if (!act) throw new Error('it is not there');
  return act;
}

async function claimed(): Promise<{ act: Action; letter: ClaimedLetter }> {
  const act = await confirmed();
  const [letter] = await claimLetters(platform.app.database, randomUUIDv7(), 10);
  if (!letter) throw new Error('nothing was claimed');
  return { act, letter };
}

async function leaving(bounceId = newBounceId()): Promise<{ act: Action; letter: ClaimedLetter }> {
  const hand = await claimed();
  expect(await beginHandOver(platform.app.database, hand.letter, bounceId)).toBe(true);
  return hand;
}

const takingBack: Readonly<Record<string, (act: Action) => Promise<unknown>>> = {
  'the act is taken back': (act) => withdrawAction(platform.app, act),
  'its consent is withdrawn': async (act) => {
    const [consent] = await selectConsents(platform.app.database, act.supporterKey);
    await withdrawConsent(platform.app, act.supporterKey, consent?.id ?? '');
  },
  'everything is deleted': (act) => eraseEverything(platform.app, act.supporterKey),
};
const ways = Object.keys(takingBack);
const takeBack = (way: string, act: Action) => takingBack[way]?.(act);

async function stateOf({ id }: Action): Promise<string> {
  const [row] = await query('SELECT state FROM letters WHERE action_id = $1', [id]);
  return (row?.state as string | undefined) ?? 'deleted';
}

const counted = async () => (await query('SELECT coalesce(sum(letters), 0)::int AS n FROM tally_marks'))[0]?.n;

/** Everything that could bring a letter on its way again. */
async function everythingElse(act: Action): Promise<void> {
  const { app } = platform;
  const [row] = await query('SELECT id FROM letters WHERE action_id = $1', [act.id]);
  await query(`UPDATE letters SET claimed_at = now() - interval '1 hour' WHERE action_id = $1`, [act.id]);
  await recoverDeliveries(app);
  await pullBackLetters(app);
  await decideLetter(app, (row?.id as string | undefined) ?? randomUUIDv7(), { by: SYSTEM });
  await releaseAfterRestore(app, SYSTEM);
  await query(`UPDATE channels SET ended_at = now() - interval '2 days'`);
  await redirectEndedAddresses(app);
  await query('UPDATE channels SET ended_at = NULL');
  await query('UPDATE delivery_queues SET next_at = now()');
  expect(await claimLetters(app.database, randomUUIDv7(), 10)).toEqual([]);
  await query(`UPDATE mailboxes SET delivery = 'digest'`);
  expect(await claimDigest(app.database, randomUUIDv7(), 10)).toEqual([]);
  await query(`UPDATE mailboxes SET delivery = 'each'`);
}

const outcomes: Readonly<Record<string, HandOver>> = {
  accepted: { outcome: 'accepted', reply: '250 2.0.0 ok' },
  refused: { outcome: 'refused', reply: '550 5.6.0 no', meaning: 'other' },
  'refused for a policy': { outcome: 'refused', reply: '554 5.7.1 not from you', meaning: 'policy' },
  'deferred by the receiver': { outcome: 'deferred', reply: '451 4.3.0 later', because: 'receiver' },
  'deferred by our relay': { outcome: 'deferred', reply: 'ECONNECTION', because: 'relay' },
  'deferred for a crowd': { outcome: 'deferred', reply: 'others', because: 'crowd' },
  unknown: { outcome: 'unknown', reply: 'ETIMEDOUT' },
  abandoned: { outcome: 'abandoned' },
};

describe.each(ways)('where %s, a letter', (way) => {
  const ended = way === 'everything is deleted' ? 'deleted' : 'withdrawn';

  it('that is held never leaves, also when it is released', async () => {
    const act = await confirmed();
    await query(`UPDATE letters SET state = 'held', held_because = 'link' WHERE action_id = $1`, [act.id]);
    await takeBack(way, act);
    await everythingElse(act);
    expect(await stateOf(act)).toBe(ended);
    expect(await counted()).toBe(0);
  });

  it('that waits never leaves', async () => {
    const act = await confirmed();
    await takeBack(way, act);
    await everythingElse(act);
    expect(await stateOf(act)).toBe(ended);
    expect(await counted()).toBe(0);
  });

  it.each(Object.keys(outcomes))('that is claimed never leaves, and being %s changes nothing', async (outcome) => {
    const { act, letter } = await claimed();
    await takeBack(way, act);
    expect(await beginHandOver(platform.app.database, letter, newBounceId())).toBe(false);
    const result = outcomes[outcome];
    if (result) await record(platform.app, letter, result, new Date());
    await everythingElse(act);
    expect(await stateOf(act)).toBe(ended);
    expect(await counted()).toBe(0);
  });

  it.each([
    ['accepted', 'handed-over', 1],
    ['refused', 'refused', 1],
    ['refused for a policy', 'withdrawn', 0],
    ['deferred by the receiver', 'withdrawn', 0],
    ['deferred by our relay', 'withdrawn', 0],
    ['deferred for a crowd', 'withdrawn', 0],
    ['unknown', 'unknown', 1],
    ['abandoned', 'unknown', 1],
  ])('that is just leaving and %s is %s then', async (outcome, state, count) => {
    const { act, letter } = await leaving();
    await takeBack(way, act);
    const result = outcomes[outcome];
    if (result) await record(platform.app, letter, result, new Date());
    await everythingElse(act);
    expect(await stateOf(act)).toBe(ended === 'deleted' ? 'deleted' : state);
    // Who deletes everything keeps what had left counted, without a trace; it had begun to leave.
    expect(await counted()).toBe(ended === 'deleted' ? 1 : count);
  });

  it('that is just leaving and comes back has come back', async () => {
    const bounceId = newBounceId();
    const { act, letter } = await leaving(bounceId);
    await takeBack(way, act);
    const returned = await findReturnedLetter(platform.app.database, bounceId);
    if (returned)
      await noteBouncedLetter(
        platform.app,
        platform.app.database,
        returned,
        { reply: '5.6.0 no', meaning: 'other' },
        new Date(),
      );
    await record(platform.app, letter, outcomes.accepted as HandOver, new Date());
    expect(await stateOf(act)).toBe(ended === 'deleted' ? 'deleted' : 'bounced');
  });

  it('keeps no words where it was not sent', async () => {
    const { act, letter } = await leaving();
    await takeBack(way, act);
    await record(platform.app, letter, outcomes['deferred by the receiver'] as HandOver, new Date());
    expect(await query('SELECT text_sealed FROM letters WHERE text_sealed IS NOT NULL')).toEqual([]);
  });
});

describe('taking back at the same moment as', () => {
  it.each(ways)('a deferral, or a recovery: %s, and nobody waits for the other for ever', async (way) => {
    const hands: Awaited<ReturnType<typeof leaving>>[] = [];
    for (let n = 0; n < 25; n += 1) hands.push(await leaving());
    await query(`UPDATE letters SET claimed_at = now() - interval '1 hour' WHERE id = ANY($1)`, [
      hands.slice(0, 5).map(({ letter }) => letter.id),
    ]);
    await Promise.all([
      ...hands.map(({ act }) => takeBack(way, act)),
      ...hands.map(({ letter }) =>
        record(platform.app, letter, outcomes['deferred by the receiver'] as HandOver, new Date()),
      ),
      recoverDeliveries(platform.app),
      recoverDeliveries(platform.app),
    ]);
    const states = await Promise.all(hands.map(({ act }) => stateOf(act)));
    expect(states.filter((state) => !['withdrawn', 'deleted', 'unknown'].includes(state))).toEqual([]);
  });
});

describe('the database itself', () => {
  it.each(['waiting', 'held'])('lets no letter of an act that was taken back be %s', async (state) => {
    const act = await confirmed();
    await withdrawAction(platform.app, act);
    await query('UPDATE letters SET state = $1 WHERE action_id = $2', [state, act.id]);
    expect(await stateOf(act)).toBe('withdrawn');
  });

  it('keeps no letter whose act is gone', async () => {
    const act = await confirmed();
    await query('DELETE FROM actions WHERE id = $1', [act.id]);
    expect(await stateOf(act)).toBe('deleted');
  });
});

describe('deleting everything', () => {
  it('says that a letter was just leaving', async () => {
    const { act } = await leaving();
    expect(await eraseEverything(platform.app, act.supporterKey)).toEqual({ leaving: 1 });
    const other = await confirmed();
    expect(await eraseEverything(platform.app, other.supporterKey)).toEqual({ leaving: 0 });
    expect(await eraseEverything(platform.app, other.supporterKey)).toBeUndefined();
  });
});
