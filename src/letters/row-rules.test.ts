import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRules } from '../../test/support/broken-rules.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { scriptedPost } from '../../test/support/post.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { sendConfirmations } from '../actions/send-confirmations.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { deliverLetters } from './deliver-letters.ts';
import { undoDecision } from './held/undo-decision.ts';
import { holdWhatMayHaveLeft } from './restored-letters-queries.ts';
import { decideLetter, heldLetters, releaseAfterRestore } from './review.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const query = async (text: string) => (await platform.fresh.pool.query(text)).rows;

async function writes(name: string, held?: 'link' | 'threat') {
  const action = await platform.offers(`${name}@mail.example`, { kind: 'letter', ...(held ? { held } : {}) });
  if (name !== 'unconfirmed') await confirmAction(platform.app, action, 'en');
  return action;
}

const heldAsOf = async (name: string) => {
  const key = platform.keyOf(`${name}@mail.example`).toString('hex');
  return (await query(`SELECT id FROM letters WHERE supporter_key = '\\x${key}'`))[0].id as string;
};

async function restored(): Promise<void> {
  const client = await platform.fresh.pool.connect();
  await holdWhatMayHaveLeft(client as never).finally(() => client.release());
}

async function delivered(answer: 'accepted' | 'refused'): Promise<void> {
  const post = scriptedPost(platform.app);
  if (answer === 'refused') post.answer = () => ({ outcome: 'refused', because: 'message', reply: '550 no' }) as never;
  do {
    await query(`UPDATE letters SET due_at = now() - interval '1 hour' WHERE state = 'waiting'`);
    await query(`UPDATE delivery_queues SET next_at = now() - interval '1 hour'`);
    await query(`UPDATE receiving_domains SET next_at = now() - interval '1 hour'`);
  } while ((await deliverLetters(platform.app, post)) > 0);
}

it('no letter that went its way, held, released, restored or taken back, is told as one that can’t be', async () => {
  const { app } = platform;
  await writes('unconfirmed', 'link');
  await writes('plain');
  for (const name of ['released', 'refused', 'undone', 'restored', 'kept']) await writes(name, 'threat');
  expect(await heldLetters(app)).toHaveLength(5);
  await withdrawAction(app, await writes('withdrawn', 'link'));
  for (const name of ['released', 'undone', 'restored'])
    expect(await decideLetter(app, await heldAsOf(name), { by: SYSTEM })).toBe(true);
  expect(await undoDecision(app, await heldAsOf('undone'), SYSTEM)).toBe('held');
  expect(await decideLetter(app, await heldAsOf('refused'), { by: SYSTEM, refuse: 'a threat' })).toBe(true);
  expect(await brokenRules(app)).toEqual([]);
  await restored();
  expect(await brokenRules(app)).toEqual([]);
  expect(await decideLetter(app, await heldAsOf('restored'), { by: SYSTEM, refuse: 'sent before' })).toBe(true);
  expect(await releaseAfterRestore(app, await operatorAt(app.database, 'Nadia O.'))).toBe(2);
  await writes('later', 'link');
  expect(await decideLetter(app, await heldAsOf('later'), { by: SYSTEM })).toBe(true);
  expect(await brokenRules(app)).toEqual([]);
  await delivered('accepted');
  await writes('no', 'link');
  expect(await decideLetter(app, await heldAsOf('no'), { by: SYSTEM })).toBe(true);
  await delivered('refused');
  await sendConfirmations(app, scriptedPost(app));
  expect(await brokenRules(app)).toEqual([]);
  const states = await query('SELECT state, count(*)::int AS n FROM letters GROUP BY 1');
  expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
    'handed-over': 3,
    held: 2,
    refused: 3,
    unconfirmed: 1,
    withdrawn: 1,
  });
});
