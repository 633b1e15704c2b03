import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { langs } from '../config/langs.ts';
import type { Answer } from '../http/answer.ts';
import type { Handler } from '../http/request.ts';
import { type LinkPurpose, nobody, sealLink } from '../sealing/mailed-link.ts';
import { eraseSupporter } from '../supporters/erase.ts';
import { changeMyData, myDataPage } from '../supporters/my-data.tsx';
import type { Action } from './action.ts';
import { confirm, confirmPage } from './confirm-page.tsx';
import { statusPage, withdraw } from './status-page.tsx';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const link = (purpose: LinkPurpose, action: Action, madeAt?: Date) =>
  sealLink(platform.app.keys, purpose, action.supporterKey, action.id, madeAt);

async function open(
  handler: Handler,
  token: string,
  form: Record<string, string> = {},
  lang: (typeof langs)[number] = 'en',
): Promise<{ status: number; text: string; to: string }> {
  const answer: Answer = await handler(platform.request({ lang, params: { token }, form: new URLSearchParams(form) }));
  if (answer.kind === 'redirect') return { status: answer.status, text: '', to: answer.to };
  if (answer.kind === 'page') return { status: answer.status, text: answer.html, to: '' };
  return { status: 200, text: String(answer.body), to: '' };
}

const stateOf = async ({ id }: Action) =>
  (await platform.app.database.selectFrom('actions').select('state').where('id', '=', id).executeTakeFirst())?.state;
const tokenIn = (address: string) => address.split('/').at(-1) ?? '';

describe.each(langs)('the link to confirm, read in %s', (lang) => {
  it('shows exactly what was typed and agreed to, changes nothing, and confirms when asked', async () => {
    const action = await platform.offers(`shown.${lang}@mail.example`, {
      kind: 'letter',
      details: { name: 'Amina <b>K.</b>', locality: 'Kisumu' },
      consents: ['news'],
      body: 'My uncle never came home.',
    });
    const shown = await open(confirmPage, link('confirm', action), {}, lang);
    for (const words of [
      'Amina &lt;b>K.&lt;/b>',
      'Kisumu',
      'My uncle never came home.',
      'Test Coalition may e-mail me its news',
    ])
      expect(shown.text).toContain(words);
    expect(shown.text).not.toContain('may show my name publicly');
    expect(await stateOf(action)).toBe('unconfirmed');
    const done = await open(confirm, link('confirm', action), {}, lang);
    expect([done.status, await stateOf(action)]).toEqual([303, 'confirmed']);
    const status = await open(statusPage, tokenIn(done.to), {}, lang);
    expect([status.status, done.to.startsWith(`/${lang}/status/`)]).toEqual([200, true]);
    expect(status.text).not.toContain(`shown.${lang}@mail.example`);
  });
});

describe('a link to confirm', () => {
  it('does nothing when it was changed, or made for something else', async () => {
    const action = await platform.offers('tampered@mail.example');
    const token = link('confirm', action);
    const tokens = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'x',
      '',
      link('status', action),
      link('my-data', action),
      link('addressee', action),
    ];
    for (const wrong of tokens) {
      expect((await open(confirmPage, wrong)).status).toBe(404);
      expect((await open(confirm, wrong)).status).toBe(404);
    }
    expect(await stateOf(action)).toBe('unconfirmed');
  });

  it('says when it is used, too old, withdrawn or erased, and leads on', async () => {
    const used = await platform.offers('used@mail.example');
    await open(confirm, link('confirm', used));
    const shown = await open(confirmPage, link('confirm', used));
    expect([shown.status, /href="\/en\/status\//.test(shown.text)]).toEqual([200, true]);
    expect((await open(confirm, link('confirm', used))).to).toMatch(/^\/en\/status\//);

    const old = await platform.offers('old@mail.example');
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: new Date() })
      .where('id', '=', old.id)
      .execute();
    const late = await open(confirm, link('confirm', old));
    expect([late.status, await stateOf(old)]).toEqual([410, 'unconfirmed']);
    expect(late.text).toContain('/en/campaigns/united-by-common-bonds');

    await open(withdraw, link('status', used), { sure: '1' });
    expect((await open(confirm, link('confirm', used))).status).toBe(410);
    await eraseSupporter(platform.app, used.supporterKey);
    for (const handler of [confirmPage, confirm]) expect((await open(handler, link('confirm', used))).status).toBe(410);
    expect((await open(statusPage, link('status', used))).status).toBe(410);
  });
});

describe('a status page', () => {
  it('takes back only with the box ticked', async () => {
    const action = await platform.offers('sure@mail.example');
    await open(confirm, link('confirm', action));
    expect((await open(withdraw, link('status', action))).status).toBe(422);
    expect(await stateOf(action)).toBe('confirmed');
    expect((await open(withdraw, link('status', action), { sure: '1' })).status).toBe(303);
    expect(await stateOf(action)).toBe('withdrawn');
  });

  it('is not opened by a link to confirm, which somebody else may have been sent', async () => {
    const action = await platform.offers('confused@mail.example');
    expect((await open(statusPage, link('confirm', action))).status).toBe(404);
  });
});

describe('a link to one’s data', () => {
  it('shows, gives and deletes everything, for a day', async () => {
    const action = await platform.offers('mine@mail.example', { details: { name: 'Amina Mine' } });
    await open(confirm, link('confirm', action));
    const token = link('my-data', action);
    expect((await open(myDataPage, token)).text).toMatch(/Amina Mine[\s\S]*I explicitly consent to Test Coalition/);
    expect(JSON.parse((await open(changeMyData, token, { download: '1' })).text).address).toBe('mine@mail.example');
    expect((await open(changeMyData, token, { erase: '1' })).status).toBe(422);
    expect(await stateOf(action)).toBe('confirmed');
    expect((await open(changeMyData, token, { erase: '1', sure: '1' })).status).toBe(200);
    expect(await stateOf(action)).toBeUndefined();
    expect((await open(myDataPage, token)).text).toContain('We hold nothing about you');
  });

  it('leads to the confirmation of what waits, however many actions a stranger has put before it', async () => {
    for (let flood = 0; flood < 25; flood += 1) await platform.offers('flooded-owner@mail.example');
    const own = await platform.offers('flooded-owner@mail.example', { details: { name: 'The owner' } });
    const page = await open(myDataPage, link('my-data', own));
    const tokens = [...page.text.matchAll(/\/en\/confirm\/[^"]+/g)].map(([address]) => tokenIn(address));
    const shown = await Promise.all(tokens.map((token) => open(confirmPage, token)));
    expect(shown.filter(({ text }) => text.includes('The owner'))).toHaveLength(1);
  });

  it('opens nothing once it is older than a day', async () => {
    const action = await platform.offers('aged@mail.example');
    const yesterday = new Date(Date.now() - 24 * 3_600_000 - 2_000);
    const token = link('my-data', action, yesterday);
    expect((await open(myDataPage, token)).status).toBe(410);
    expect((await open(changeMyData, token, { erase: '1', sure: '1' })).status).toBe(410);
    expect(await stateOf(action)).toBe('unconfirmed');
  });

  it('opens nothing of nobody', async () => {
    const token = sealLink(platform.app.keys, 'my-data', nobody, '00000000-0000-0000-0000-000000000000');
    expect((await open(myDataPage, token)).text).toContain('We hold nothing about you');
  });
});
