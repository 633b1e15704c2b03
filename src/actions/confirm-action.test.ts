import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { addUpTallies, tallyOf } from '../campaigns/tally.ts';
import { consentText } from '../consents/consent-texts.ts';
import { findAction } from './action.ts';
import { confirmAction } from './confirm-action.ts';
import { withdrawAction } from './withdraw-action.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function counts() {
  await addUpTallies(platform.app.database);
  const { people, letters } = await tallyOf(platform.app.database, platform.campaignId);
  return { people, letters };
}

const consentsOf = (key: Buffer) =>
  platform.app.database
    .selectFrom('consents')
    .innerJoin('consent_texts', 'consent_texts.id', 'wording')
    .select(['purpose', 'words', 'consents.lang', 'controller', 'withdrawn_at', 'given_at'])
    .where('supporter_key', '=', key)
    .orderBy('purpose')
    .execute();

describe('confirming', () => {
  it('counts once, however often and at once it is asked for', async () => {
    const before = await counts();
    const action = await platform.offers('twice@mail.example', { kind: 'letter' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirmAction(platform.app, action, 'en')));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await confirmAction(platform.app, action, 'en')).toBe(false);
    expect(await consentsOf(action.supporterKey)).toHaveLength(1);
    expect(await counts()).toEqual({ people: before.people + 1, letters: before.letters + 1 });
  });

  it('counts a person once who acts twice, also at the same moment', async () => {
    const before = await counts();
    const [pledge, letter] = [
      await platform.offers('both@mail.example'),
      await platform.offers('both@mail.example', { kind: 'letter' }),
    ];
    const done = await Promise.all([
      confirmAction(platform.app, pledge, 'en'),
      confirmAction(platform.app, letter, 'en'),
    ]);
    expect(done).toEqual([true, true]);
    expect(await counts()).toEqual({ people: before.people + 1, letters: before.letters + 1 });
  });

  it('sends the same letter to the same office-holder once', async () => {
    const before = await counts();
    const actions = [
      await platform.offers('again@mail.example', { kind: 'letter' }),
      await platform.offers('again@mail.example', { kind: 'letter' }),
    ];
    expect(await Promise.all(actions.map((action) => confirmAction(platform.app, action, 'en')))).toEqual([true, true]);
    const states = await platform.app.database
      .selectFrom('letters')
      .select('state')
      .where('supporter_key', '=', platform.keyOf('again@mail.example'))
      .execute();
    expect(states.map(({ state }) => state).sort()).toEqual(['duplicate', 'waiting']);
    expect(await counts()).toEqual({ people: before.people + 1, letters: before.letters + 1 });
  });

  it('writes down the exact words agreed to, in the language in which they were read', async () => {
    const action = await platform.offers('words@mail.example', { lang: 'fr', consents: ['news'] });
    const now = new Date('2026-07-17T10:00:00Z');
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: '2026-07-20T00:00:00Z' })
      .where('id', '=', action.id)
      .execute();
    await confirmAction(platform.app, action, 'ar', now);
    const words = (lang: 'ar' | 'fr', purpose: 'act' | 'news') => consentText(lang, purpose, 'Test Coalition').words;
    const given = { controller: 'Test Coalition', withdrawn_at: null, given_at: now };
    expect(await consentsOf(action.supporterKey)).toEqual([
      { purpose: 'act', words: words('ar', 'act'), lang: 'ar', ...given },
      { purpose: 'news', words: words('fr', 'news'), lang: 'fr', ...given },
    ]);
  });

  it('comes too late after seven days', async () => {
    const action = await platform.offers('late@mail.example');
    expect(action.expiresAt.getTime() - action.createdAt.getTime()).toBe(7 * 86_400_000);
    expect(await confirmAction(platform.app, action, 'en', new Date(action.expiresAt.getTime() + 1))).toBe(false);
    expect(await confirmAction(platform.app, action, 'en', new Date(action.expiresAt.getTime() - 1))).toBe(true);
  });

  it('is all or nothing: without its words on record no consent, and no action', async () => {
    const action = await platform.offers('nothing@mail.example');
    const broken = { ...action, ticked: [{ purpose: 'news' as const, wording: Buffer.alloc(16, 9) }] };
    await expect(confirmAction(platform.app, broken, 'en')).rejects.toThrow();
    expect((await findAction(platform.app, action.supporterKey, action.id))?.state).toBe('unconfirmed');
    expect(await consentsOf(action.supporterKey)).toEqual([]);
  });
});

describe('taking an action back', () => {
  it('takes the person out of the count once nothing else of theirs stands, and ends what was agreed to', async () => {
    const before = await counts();
    const actions = [
      await platform.offers('back@mail.example'),
      await platform.offers('back@mail.example', { kind: 'letter' }),
    ];
    for (const action of actions) await confirmAction(platform.app, action, 'en');
    const [pledge, letter] = actions as [(typeof actions)[0], (typeof actions)[0]];
    expect(await Promise.all([withdrawAction(platform.app, letter), withdrawAction(platform.app, letter)])).toContain(
      false,
    );
    expect(await counts()).toEqual({ people: before.people + 1, letters: before.letters });
    await withdrawAction(platform.app, pledge);
    expect(await counts()).toEqual(before);
    expect((await consentsOf(pledge.supporterKey)).every(({ withdrawn_at }) => withdrawn_at)).toBe(true);
  });

  it('is nothing for what was never confirmed', async () => {
    const action = await platform.offers('never@mail.example');
    expect(await withdrawAction(platform.app, action)).toBe(false);
  });
});
