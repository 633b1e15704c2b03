import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_OVER } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { undoTimeIsOver } from '../../test/support/undo-time.ts';
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
  const action = await findAction(platform.app, offered.supporterKey, offered.id);
  if (!action) throw new Error('it is not there');
  return action;
}

async function claimed(): Promise<{ action: Action; letter: ClaimedLetter }> {
  const action = await confirmed();
  const [letter] = await claimLetters(platform.app.database, randomUUIDv7(), 10);
  if (!letter) throw new Error('nothing was claimed');
  return { action, letter };
}

async function leaving(bounceId = newBounceId()): Promise<{ action: Action; letter: ClaimedLetter }> {
  const hand = await claimed();
  expect(await beginHandOver(platform.app.database, hand.letter, bounceId)).toBe(true);
  return hand;
}

const takingBack: Readonly<Record<string, (action: Action) => Promise<unknown>>> = {
  'the action is taken back': (action) => withdrawAction(platform.app, action),
  'its consent is withdrawn': async (action) => {
    const [consent] = await selectConsents(platform.app.database, action.supporterKey);
    await withdrawConsent(platform.app, action.supporterKey, consent?.id ?? '');
  },
  'everything is deleted': (action) => eraseEverything(platform.app, action.supporterKey),
};
const ways = Object.keys(takingBack);
const takeBack = (way: string, action: Action) => takingBack[way]?.(action);

async function stateOf({ id }: Action): Promise<string> {
  const [row] = await query('SELECT state FROM letters WHERE action_id = $1', [id]);
  return (row?.state as string | undefined) ?? 'deleted';
}

const counted = async () => (await query('SELECT coalesce(sum(letters), 0)::int AS n FROM tally_marks'))[0]?.n;

/** Everything that could bring a letter on its way again. */
async function everythingElse(action: Action): Promise<void> {
  const { app } = platform;
  const [row] = await query('SELECT id FROM letters WHERE action_id = $1', [action.id]);
  await query(`UPDATE letters SET ${LEASE_OVER} WHERE action_id = $1`, [action.id]);
  await recoverDeliveries(app);
  await pullBackLetters(app);
  await decideLetter(app, (row?.id as string | undefined) ?? randomUUIDv7(), { by: SYSTEM });
  await releaseAfterRestore(app, SYSTEM);
  await query(`UPDATE channels SET ended_at = now() - interval '2 days'`);
  await redirectEndedAddresses(app);
  await query('UPDATE channels SET ended_at = NULL');
  await undoTimeIsOver(platform.fresh.pool);
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
    const action = await confirmed();
    await query(`UPDATE letters SET state = 'held', held_because = 'link' WHERE action_id = $1`, [action.id]);
    await takeBack(way, action);
    await everythingElse(action);
    expect(await stateOf(action)).toBe(ended);
    expect(await counted()).toBe(0);
  });

  it('that waits never leaves', async () => {
    const action = await confirmed();
    await takeBack(way, action);
    await everythingElse(action);
    expect(await stateOf(action)).toBe(ended);
    expect(await counted()).toBe(0);
  });

  it.each(Object.keys(outcomes))('that is claimed never leaves, and being %s changes nothing', async (outcome) => {
    const { action, letter } = await claimed();
    await takeBack(way, action);
    expect(await beginHandOver(platform.app.database, letter, newBounceId())).toBe(false);
    const result = outcomes[outcome];
    if (result) await record(platform.app, letter, result, new Date());
    await everythingElse(action);
    expect(await stateOf(action)).toBe(ended);
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
    const { action, letter } = await leaving();
    await takeBack(way, action);
    const result = outcomes[outcome];
    if (result) await record(platform.app, letter, result, new Date());
    await everythingElse(action);
    expect(await stateOf(action)).toBe(ended === 'deleted' ? 'deleted' : state);
    // Who deletes everything keeps what had left counted, without a trace; it had begun to leave.
    expect(await counted()).toBe(ended === 'deleted' ? 1 : count);
  });

  it('that is just leaving and comes back has come back', async () => {
    const bounceId = newBounceId();
    const { action, letter } = await leaving(bounceId);
    await takeBack(way, action);
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
    expect(await stateOf(action)).toBe(ended === 'deleted' ? 'deleted' : 'bounced');
  });

  it('keeps no words where it was not sent', async () => {
    const { action, letter } = await leaving();
    await takeBack(way, action);
    await record(platform.app, letter, outcomes['deferred by the receiver'] as HandOver, new Date());
    expect(await query('SELECT text_sealed FROM letters WHERE text_sealed IS NOT NULL')).toEqual([]);
  });
});

describe('taking back at the same moment as', () => {
  it.each(ways)('a deferral, or a recovery: %s, and nobody waits for the other for ever', async (way) => {
    const workers: Awaited<ReturnType<typeof leaving>>[] = [];
    for (let n = 0; n < 25; n += 1) workers.push(await leaving());
    await query(`UPDATE letters SET ${LEASE_OVER} WHERE id = ANY($1)`, [
      workers.slice(0, 5).map(({ letter }) => letter.id),
    ]);
    await Promise.all([
      ...workers.map(({ action }) => takeBack(way, action)),
      ...workers.map(({ letter }) =>
        record(platform.app, letter, outcomes['deferred by the receiver'] as HandOver, new Date()),
      ),
      recoverDeliveries(platform.app),
      recoverDeliveries(platform.app),
    ]);
    const states = await Promise.all(workers.map(({ action }) => stateOf(action)));
    expect(states.filter((state) => !['withdrawn', 'deleted', 'unknown'].includes(state))).toEqual([]);
  });
});

describe('the database itself', () => {
  it.each(['waiting', 'held'])('lets no letter of an action that was taken back be %s', async (state) => {
    const action = await confirmed();
    await withdrawAction(platform.app, action);
    await query('UPDATE letters SET state = $1 WHERE action_id = $2', [state, action.id]);
    expect(await stateOf(action)).toBe('withdrawn');
  });

  it('keeps no letter whose action is gone', async () => {
    const action = await confirmed();
    await query('DELETE FROM actions WHERE id = $1', [action.id]);
    expect(await stateOf(action)).toBe('deleted');
  });
});

describe('deleting everything', () => {
  it('says that a letter was just leaving', async () => {
    const { action } = await leaving();
    expect(await eraseEverything(platform.app, action.supporterKey)).toEqual({ leaving: 1 });
    const other = await confirmed();
    expect(await eraseEverything(platform.app, other.supporterKey)).toEqual({ leaving: 0 });
    expect(await eraseEverything(platform.app, other.supporterKey)).toBeUndefined();
  });
});
