import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedOver } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type Lang, langs } from '../config/langs.ts';
import { daysBefore } from '../database/batches.ts';
import type { Handler } from '../http/request.ts';
import { answerPage } from '../letters/answer-page.tsx';
import { words } from '../locales/words.ts';
import { type LinkPurpose, sealLink } from '../sealing/mailed-link.ts';
import { eraseEverything, eraseSupporter } from '../supporters/erase.ts';
import { forgetWhatIsNoLongerNeeded } from '../supporters/forget.ts';
import type { Action } from './action.ts';
import { confirmAction } from './confirm-action.ts';
import { confirmPage } from './confirm-page.tsx';
import { statusPage } from './status-page.tsx';
import { withdrawAction } from './withdraw-action.ts';

let platform: Platform;
let count = 0;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function confirmed(kind: 'letter' | 'pledge' = 'letter'): Promise<Action> {
  const action = await platform.offers(`gone-${++count}@mail.example`, { kind });
  await confirmAction(platform.app, action, 'en');
  return action;
}

const set = (letters: Record<string, unknown>, { id }: Action) =>
  platform.app.database.updateTable('letters').set(letters).where('action_id', '=', id).execute();

/** What stands on the page that a link opens, as text. */
async function read(action: Action, handler: Handler = statusPage, purpose: LinkPurpose = 'status', lang: Lang = 'en') {
  const token = sealLink(platform.app.keys, purpose, action.supporterKey, action.id);
  const answer = await handler(platform.request({ lang, params: { token } }));
  const html = answer.kind === 'page' ? answer.html : '';
  return {
    status: answer.kind === 'page' && answer.status,
    text: (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' '),
  };
}

const HANDED_OVER = new Date('2026-03-02T10:00:00Z');
const sentThen = () => ({ ...handedOver(HANDED_OVER), confirmed_at: HANDED_OVER, created_at: HANDED_OVER });

describe('a link, after its holder had everything deleted', () => {
  it('says that the letter had been sent, and on which day, whichever of our mails it is from', async () => {
    const action = await confirmed();
    await set(sentThen(), action);
    await eraseSupporter(platform.app, action.supporterKey);
    const day = platform.request().view.dayOf(new Date());
    for (const [handler, purpose] of [
      [statusPage, 'status'],
      [confirmPage, 'confirm'],
      [answerPage, 'answer'],
    ] as const) {
      const { status, text } = await read(action, handler, purpose);
      expect(status).toBe(410);
      expect(text).toContain(`On ${day} you had everything we held about you deleted`);
      expect(text).toContain('Your letter had been sent before, on 2 March 2026');
      expect(text).not.toContain('not been sent');
      expect(text).not.toContain('Minister');
    }
  });

  it('says that a letter had not been sent that was waiting', async () => {
    const action = await confirmed();
    await eraseSupporter(platform.app, action.supporterKey);
    const { text } = await read(action);
    expect(text).toContain('One letter had not been sent, and will not be.');
    expect(text).not.toContain('had been sent before');
    expect(text).not.toContain('outbox');
  });

  it.each(langs)(
    'says that a letter lay in the outbox of this machine, as its status had said, in %s',
    async (lang) => {
      const { t } = words(lang);
      const action = await confirmed();
      await set({ ...sentThen(), reply: null, said_here: 'kept-here' }, action);
      await eraseSupporter(platform.app, action.supporterKey);
      const { text } = await read(action, statusPage, 'status', lang);
      expect(text).toContain(t('actions.link.erased.outbox', { count: 1 }));
      expect(text).not.toContain(t('actions.link.erased.unsent', { count: 1 }));
      expect(text).not.toContain(t('actions.link.erased.joined'));
    },
  );

  it('says so of one that was taken back, and of one that came back or broke off', async () => {
    const regretted = await confirmed();
    await withdrawAction(platform.app, regretted);
    const returned = await confirmed();
    await set({ ...sentThen(), state: 'bounced', reply: '550 5.1.1 no', answer: null, ask_again_at: null }, returned);
    const broken = await confirmed();
    const state = { state: 'unknown', due_at: null, claimed_at: new Date(), attempts: 1, said_here: 'no-reply' };
    await set({ ...state, bounce_id: Buffer.alloc(10, 7) }, broken);
    for (const { supporterKey } of [regretted, returned, broken]) await eraseSupporter(platform.app, supporterKey);
    expect((await read(regretted)).text).toContain('One letter had not been sent');
    expect((await read(returned)).text).toContain('It came back undelivered.');
    expect((await read(broken)).text).toContain('Of one letter we can’t know whether it arrived.');
  });

  it('tells a duplicate like the letter that stands for it', async () => {
    const first = await confirmed();
    await set(sentThen(), first);
    const again = await platform.offers(`gone-${count}@mail.example`, { kind: 'letter' });
    await confirmAction(platform.app, again, 'en');
    await eraseSupporter(platform.app, first.supporterKey);
    expect((await read(again)).text).toContain('Your letter had been sent before, on 2 March 2026');
  });

  it.each(langs)('says of joining that nobody counts it any more, in %s', async (lang) => {
    const { t } = words(lang);
    const action = await confirmed('pledge');
    await eraseSupporter(platform.app, action.supporterKey);
    const { text } = await read(action, statusPage, 'status', lang);
    expect(text).toContain(t('actions.link.erased.joined'));
    expect(text).toContain(t('actions.link.erased.counted'));
  });

  it('says nothing of what nobody had confirmed', async () => {
    const action = await platform.offers('never@mail.example', { kind: 'letter' });
    await eraseSupporter(platform.app, action.supporterKey);
    expect((await read(action, confirmPage, 'confirm')).text).toContain('nothing was sent');
  });

  it('says after 90 days that it is not known any more, and the row is gone', async () => {
    const action = await confirmed();
    await set(sentThen(), action);
    await eraseEverything(platform.app, action.supporterKey, daysBefore(new Date(), 91));
    expect((await read(action)).text).toContain('had been sent before');
    await forgetWhatIsNoLongerNeeded(platform.app, new Date());
    expect((await read(action)).text).toContain('now we no longer know');
  });
});

it('what is left of a deletion says nothing of whose it was: no code, address, country, campaign or addressee', async () => {
  const action = await confirmed();
  await eraseSupporter(platform.app, action.supporterKey);
  const rows = await platform.app.database.selectFrom('erased_actions').selectAll().execute();
  const [{ key = '' } = {}] = [{ key: action.supporterKey.toString('hex') }];
  const all = JSON.stringify(rows.map((row) => ({ ...row, digest: row.digest.toString('hex') })));
  for (const trace of [key, action.id, action.id.replaceAll('-', ''), action.campaignId, 'KEN', '@'])
    expect(all).not.toContain(trace);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    [
      'asked',
      'digest',
      'erased_at',
      'first_sent_on',
      'in_outbox',
      'last_sent_on',
      'returned',
      'sent',
      'unsent',
      'unsure',
    ].sort(),
  );
});

it('a link of a campaign that is over says the same once its time has passed', async () => {
  const action = await confirmed();
  await set({ ...sentThen(), text_sealed: null, answer: 'not-asked', ask_again_at: null }, action);
  const { database } = platform.app;
  const ended = { closes_at: new Date(Date.now() - 3_600_000) };
  await database.updateTable('campaigns').set(ended).where('id', '=', platform.campaignId).execute();
  await forgetWhatIsNoLongerNeeded(platform.app, new Date());
  const { text } = await read(action);
  expect(text).toContain('because the time for which we keep it had passed');
  expect(text).toContain('Your letter had been sent before, on 2 March 2026');
});
