import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { addAccount } from '../accounts/accounts.ts';
import { openAccountLink } from '../accounts/links.ts';
import { SYSTEM } from '../actors/actors.ts';
import { tellFirstLink } from './first-link.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ PUBLIC_URL: 'https://justice.example', OPERATOR_LANG: 'ar' });
});
afterAll(() => platform.stop());

it('a start gives the first administrator a link where somebody reads it at a terminal, and else the command alone', async () => {
  const logged = await tellFirstLink(platform.app, false);
  expect(logged).toContain('npm run account -- first-link');
  expect(logged).not.toContain('https:');
  expect((await platform.fresh.pool.query('SELECT 1 FROM account_links')).rows).toEqual([]);
  const shown = await tellFirstLink(platform.app, true);
  const token = /https:\/\/justice\.example\/office\/ar\/begin\/([\w-]{43})\b/.exec(shown ?? '')?.[1] ?? '';
  expect(await openAccountLink(platform.app.database, token)).toEqual({ account: undefined, recovers: false });
});

it('and nothing of it once there is one', async () => {
  const somebody = { email: 'amina@justice.example', name: 'Amina K.', role: 'administrator' };
  await addAccount({ ...platform.app, by: SYSTEM }, somebody);
  expect([await tellFirstLink(platform.app, true), await tellFirstLink(platform.app, false)]).toEqual([
    undefined,
    undefined,
  ]);
});
