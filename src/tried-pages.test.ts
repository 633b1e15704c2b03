import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Offer, offer } from '../test/support/offer.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { startedAgain } from '../test/support/started-again.ts';
import { type Action, findAction } from './actions/action.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { piecePicture, statusPage, withdraw } from './actions/status-page.tsx';
import { withdrawAction } from './actions/withdraw-action.ts';
import { type Lang, langs } from './config/langs.ts';
import type { App } from './http/app.ts';
import type { Handler } from './http/request.ts';
import { viewFor } from './http/view.ts';
import { answerPage } from './letters/answer-page.tsx';
import { exampleStates, setExampleState } from './letters/example-letters.ts';
import { words } from './locales/words.ts';
import { type LinkPurpose, sealLink } from './sealing/mailed-link.ts';
import { myDataPage } from './supporters/my-data.tsx';

let platform: Platform;
let real: App;
const tried = new Map<string, Action>();
const states = ['waiting', 'handing-over', 'duplicate', ...exampleStates] as const;

const started = (operator: boolean) => startedAgain(platform, operator);

async function confirmed(app: App, name: string, how: Offer): Promise<Action> {
  const action = await offer(app, platform.campaignId, `${name}@mail.example`, how);
  await confirmAction(app, action, 'en');
  tried.set(name, action);
  return action;
}

beforeAll(async () => {
  platform = await startPlatform();
  const app = await started(false);
  const set = (what: string, { id }: Action) => app.pool.query(`UPDATE letters SET ${what} WHERE action_id = $1`, [id]);
  for (const state of exampleStates) {
    const bounceId = createHash('sha256').update(state).digest().subarray(0, 10);
    await setExampleState(app.database, await confirmed(app, state, { kind: 'letter' }), state, bounceId);
  }
  await confirmed(app, 'waiting', { kind: 'letter' });
  const leaving = await confirmed(app, 'handing-over', { kind: 'letter' });
  await set(
    `state = 'handing-over', claimed_at = now(), attempts = 1, claim = gen_random_uuid(), bounce_id = '\\x01020304050607080900'`,
    leaving,
  );
  await offer(app, platform.campaignId, 'waiting@mail.example', { kind: 'letter' });
  await confirmed(app, 'joined', { kind: 'pledge' });
  const regretted = await confirmed(app, 'regretted', { kind: 'letter' });
  await withdrawAction(app, regretted);
  const again = await offer(app, platform.campaignId, 'refused@mail.example', { kind: 'letter' });
  await confirmAction(app, again, 'en');
  tried.set('duplicate', again);
  real = await started(true);
});
afterAll(() => platform.stop());

async function shown(handler: Handler, name: string, purpose: LinkPurpose, lang: Lang = 'en') {
  const action = tried.get(name);
  if (!action) throw new Error(`nobody tried ${name}`);
  const token = sealLink(real.keys, purpose, action.supporterKey, action.id);
  const request = platform.request({ lang, params: { token } });
  const answer = await handler({ ...request, app: real, view: viewFor(real, lang, '') });
  if (answer.kind === 'redirect') return answer.to;
  return answer.kind === 'page' ? answer.html.replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, '') : '';
}

/** Whatever a page says of a letter that goes its way, of an answer, or of a next step that builds on it. */
function saidOfLetters(lang: Lang): string[] {
  const { t } = words(lang);
  return [
    ...(
      ['label', 'hand-over', 'handing-over', 'handed-over', 'kept', 'ask', 'asked', 'bounced', 'reading'] as const
    ).map((step) => t(`letters.way.${step}`)),
    ...(['title', 'answer', 'unanswered', 'own-mail', 'by-hand', 'again', 'wait', 'another'] as const).map((next) =>
      t(`letters.next.${next}`),
    ),
    ...(['duplicate', 'handing-over', 'held', 'refused', 'bounced', 'unknown', 'left-office', 'title'] as const).map(
      (state) => t(`letters.status.${state}`),
    ),
    ...(['answered', 'unanswered', 'paused', 'kept-operator'] as const).map((state) => t(`letters.status.${state}`)),
    t('pledges.action.step'),
    t('letters.action.step'),
    t('actions.step.share'),
    t('letters.said.refuses-us'),
    t('letters.said.no-such-mailbox'),
    t('letters.action.withdraw'),
    t('pledges.action.next'),
    t('actions.status.withdrawn'),
  ];
}

describe.each(langs)('what was tried, once an operator is named, read in %s', (lang) => {
  const { t } = words(lang);
  it.each(states)('is one true thing of a letter that was %s: a try, and nothing was sent', async (state) => {
    for (const [page, purpose] of [
      [statusPage, 'status'],
      [myDataPage, 'my-data'],
    ] as const) {
      const html = await shown(page, state, purpose, lang);
      expect(html).toContain(t('letters.tried.title'));
      for (const sentence of saidOfLetters(lang)) expect(html, sentence).not.toContain(sentence);
    }
    const html = await shown(statusPage, state, 'status', lang);
    const day = viewFor(real, lang, '').dayOf(new Date());
    expect(html).toContain(t('letters.action.tried', { day }));
    expect(html).toContain(t('letters.action.tried.next', { operator: 'Test Coalition' }));
    expect(html).toContain('/write?state=KEN');
    expect(html).not.toContain('piece.png');
  });

  it('is the same of joining, and of what was taken back', async () => {
    const day = viewFor(real, lang, '').dayOf(new Date());
    const joined = await shown(statusPage, 'joined', 'status', lang);
    expect(joined).toContain(t('pledges.action.tried', { day }));
    expect(joined).toContain('/join?state=KEN');
    const regretted = await shown(statusPage, 'regretted', 'status', lang);
    expect(regretted).toContain(t('actions.status.tried.withdrawn'));
    for (const sentence of saidOfLetters(lang)) expect(joined + regretted, sentence).not.toContain(sentence);
  });
});

it('a letter that was tried is asked after no more, has no picture, and its words stay its writer’s', async () => {
  expect(await shown(answerPage, 'asked', 'answer')).toMatch(/^\/en\/status\//);
  await expect(shown(piecePicture, 'joined', 'status')).rejects.toThrow();
  expect(await shown(statusPage, 'waiting', 'status')).toContain('Dear Minister, …');
});

it('what was agreed to for a try ends when it is taken back', async () => {
  const action = tried.get('joined');
  if (!action) throw new Error('nobody joined');
  const token = sealLink(real.keys, 'status', action.supporterKey, action.id);
  const form = new URLSearchParams({ sure: '1' });
  await withdraw({ ...platform.request({ params: { token }, form }), app: real, view: viewFor(real, 'en', '') });
  expect((await findAction(real, action.supporterKey, action.id))?.state).toBe('withdrawn');
  const { rows } = await real.pool.query('SELECT withdrawn_at FROM consents WHERE action_id = $1', [action.id]);
  expect(rows.every(({ withdrawn_at }) => withdrawn_at !== null)).toBe(true);
});
