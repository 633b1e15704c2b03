import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRules } from '../../test/support/broken-rules.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { confirmAction } from './confirm-action.ts';
import { mailOnceMore } from './just-taken-queries.ts';
import { type DueConfirmation, putOffConfirmation, setMailState, takeConfirmations } from './outgoing-queries.ts';
import { withdrawAction } from './withdraw-action.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const tries = async () =>
  (await platform.fresh.pool.query('SELECT mail_state, mail_attempts FROM actions')).rows as readonly unknown[];
const sent = { mail_state: 'sent', bounce_id: Buffer.alloc(10, 1) } as const;

it('what was agreed to ends with its action', async () => {
  const action = await platform.offers('amina@mail.example', { consents: ['news'] });
  expect(await brokenRules(platform.app)).toEqual([]);
  await confirmAction(platform.app, action, 'en');
  expect(await brokenRules(platform.app)).toEqual([]);
  expect(await withdrawAction(platform.app, action)).toBe(true);
  expect(await brokenRules(platform.app)).toEqual([]);
  await platform.fresh.pool.query('TRUNCATE supporters CASCADE');
});

it('what a slow process says of a mail that was sent by another, and asked for anew, leaves no mail without a try', async () => {
  const { database } = platform.app;
  await platform.offers('omar@mail.example');
  const [slow] = (await takeConfirmations(database, 1)) as [DueConfirmation];
  await setMailState(database, slow, sent);
  await mailOnceMore(database, slow.supporter_key, slow.id);
  expect(await tries()).toEqual([{ mail_state: 'due', mail_attempts: 0 }]);
  await putOffConfirmation(database, slow, new Date());
  expect(await tries()).toEqual([{ mail_state: 'due', mail_attempts: 0 }]);
  await setMailState(database, slow, { mail_state: 'refused' });
  expect(await tries()).toEqual([{ mail_state: 'refused', mail_attempts: 1 }]);
  await putOffConfirmation(database, slow, new Date());
  expect(await tries()).toEqual([{ mail_state: 'refused', mail_attempts: 1 }]);
  expect(await brokenRules(platform.app)).toEqual([]);
});
