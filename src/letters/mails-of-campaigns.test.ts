import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, FIRST, moveCampaign, nameOf, storeCampaign } from '../../test/support/campaigns.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type ScriptedPost, scriptedPost } from '../../test/support/post.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { mailRenewedLink } from '../actions/mail-renewed-link.ts';
import { sendConfirmations } from '../actions/send-confirmations.ts';
import { SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { CampaignClosedError } from '../campaigns/campaign-closed-error.ts';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import { addUpTallies, tallyOf } from '../campaigns/tally.ts';
import { type Lang, langs } from '../config/langs.ts';
import { dropCached } from '../database/memory-cache.ts';
import { findItem } from '../publications/list-publications.ts';
import { publish, unpublish } from '../publications/publications.ts';
import { deliverLetters } from './deliver-letters.ts';
import { askWriters } from './follow-up.ts';
import { mailRefusal } from './mail-refusal.ts';
import { decideLetter, heldLetters } from './review.ts';

let platform: Platform;
let post: ScriptedPost;
let second: string;
beforeAll(async () => {
  platform = await startPlatform();
  second = await storeCampaign(platform.app.database, 'second', { opens: -DAY });
  dropCached(['campaigns']);
});
afterAll(() => platform.stop());
beforeEach(() => {
  post = scriptedPost(platform.app);
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;

async function confirmed(lang: Lang): Promise<Action> {
  const email = `amina.${lang}.${Math.random().toString(36).slice(2)}@mail.example`;
  const action = await platform.offers(email, { kind: 'letter', campaignId: second, lang });
  expect(await confirmAction(platform.app, action, lang)).toBe(true);
  await query('UPDATE mailboxes SET hourly_budget = 3600000');
  await query('UPDATE receiving_domains SET hourly_budget = 3600000, next_at = now()');
  await query('UPDATE delivery_queues SET next_at = now()');
  return action;
}

/** The subject and text of the only mail that left. */
async function left(): Promise<{ subject: string; text: string }> {
  expect(post.sent).toHaveLength(1);
  const { subject = '', text = '' } = await simpleParser(post.sent[0]?.bytes ?? '');
  return { subject, text: text.replaceAll('\n', ' ') };
}

describe.each(langs)('of the second campaign, in %s', (lang) => {
  const name = nameOf('second', lang);

  it('the mail to confirm names it', async () => {
    await platform.offers(`amina.${lang}@mail.example`, { campaignId: second, lang });
    await sendConfirmations(platform.app, post);
    const mail = await left();
    expect([mail.subject.includes(name), mail.text.includes(name)]).toEqual([true, true]);
  });

  it('a renewed link names it', async () => {
    const action = await confirmed(lang);
    const key = action.supporterKey.toString('hex');
    await mailRenewedLink(platform.app, post, { to: 'status', key, act: action.id, lang });
    const mail = await left();
    expect([mail.subject.includes(name), mail.text.includes(name)]).toEqual([true, true]);
    expect(mail.text).toContain('Test Coalition');
  });

  it('the question whether an answer came names it', async () => {
    await query('DELETE FROM letters');
    await confirmed(lang);
    await deliverLetters(platform.app, post);
    post.sent.length = 0;
    await askWriters(platform.app, post, new Date(Date.now() + 22 * DAY));
    const mail = await left();
    expect([mail.subject.includes(name), mail.text.includes(name)]).toEqual([true, true]);
  });

  it('the mail about a letter that a person refused names it, and staff see which it is of', async () => {
    const action = await confirmed(lang);
    await query(`UPDATE letters SET state = 'held', held_because = 'link', due_at = NULL WHERE action_id = $1`, [
      action.id,
    ]);
    const [held] = await heldLetters(platform.app);
    expect(held?.campaign).toBe('second');
    const by = await operatorAt(platform.app.database, 'Nadia O.');
    expect(await decideLetter(platform.app, held?.id ?? '', { by, refuse: 'It names somebody.' })).toBe(true);
    await mailRefusal(platform.app, post, { key: action.supporterKey.toString('hex'), letter: held?.id ?? '' });
    const mail = await left();
    expect(mail.subject).toContain(name);
    expect(mail.text).toContain('It names somebody.');
  });
});

describe('of a campaign whose words are being written anew', () => {
  const SECRET = 'Words under review';

  async function back(...taken: Lang[]): Promise<void> {
    const { app } = platform;
    const item = await findItem(app.database, app.handed.publications, 'campaign', 'second');
    await unpublish(app.database, item, taken, 'draft', SYSTEM);
    await query(
      `UPDATE campaign_texts SET text = jsonb_set(text, '{name}', $2) WHERE campaign_id = $1 AND lang = ANY ($3)`,
      [second, JSON.stringify(SECRET), taken],
    );
    dropCached(['campaigns']);
  }

  it.each([
    ['its name in a language in which it is published', ['en'], nameOf('second', 'fr')],
    ['its address where it is published in none', [...langs], 'second'],
  ] as const)('whoever took part, and who gets the letter, reads %s', async (_what, taken, known) => {
    await query('DELETE FROM letters');
    const action = await confirmed('en');
    await back(...taken);
    await deliverLetters(platform.app, post);
    await askWriters(platform.app, post, new Date(Date.now() + 22 * DAY));
    const mails = await Promise.all(post.sent.map(({ bytes }) => simpleParser(bytes)));
    expect(mails).toHaveLength(2);
    for (const { from, subject, text, html } of mails) {
      expect([from?.text, subject, text, html].join()).toContain(known);
      expect([from?.text, subject, text, html].join()).not.toContain(SECRET);
    }
    const shown = await campaignOfAction(platform.app.database, action, 'en');
    expect([shown?.text.name, JSON.stringify(shown).includes(SECRET)]).toEqual([known, false]);
    const { app } = platform;
    const item = await findItem(app.database, app.handed.publications, 'campaign', 'second');
    for (const lang of langs)
      await query(
        `UPDATE campaign_texts SET text = jsonb_set(text, '{name}', $2) WHERE campaign_id = $1 AND lang = $3`,
        [second, JSON.stringify(nameOf('second', lang)), lang],
      );
    await publish(app.database, item, langs, SYSTEM);
    dropCached(['campaigns']);
  });
});

describe('one person in two campaigns', () => {
  it('joins each once, and is counted in each once', async () => {
    const people = async (id: string) => {
      await addUpTallies(platform.app.database);
      return (await tallyOf(platform.app.database, id)).people;
    };
    const before = [await people(platform.campaignId), await people(second)];
    for (const campaignId of [platform.campaignId, second, second]) {
      const action = await platform.offers('twice@mail.example', { campaignId });
      expect(await confirmAction(platform.app, action, 'en')).toBe(true);
    }
    expect([await people(platform.campaignId), await people(second)]).toEqual(before.map((count) => count + 1));
  });
});

describe('a campaign that is not open', () => {
  it.each([
    ['has closed', { opens: -2 * DAY, closes: -1_000 }],
    ['is still to come', { opens: DAY }],
  ])('that %s takes no action and confirms none, whoever asks', async (_what, times) => {
    const action = await platform.offers('late@mail.example', { campaignId: second });
    await moveCampaign(platform.app.database, 'second', times);
    dropCached(['campaigns']);
    await expect(platform.offers('late@mail.example', { campaignId: second })).rejects.toThrow(CampaignClosedError);
    expect(await confirmAction(platform.app, action, 'en')).toBe(false);
    expect(await query('SELECT 1 FROM campaigns WHERE slug = $1', [FIRST])).toHaveLength(1);
    await moveCampaign(platform.app.database, 'second', { opens: -DAY });
    dropCached(['campaigns']);
  });
});
