import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { actionsOf } from '../actions/action.ts';
import { checkMailPage } from '../actions/check-mail-page.tsx';
import { CampaignClosedError } from '../campaigns/campaign-closed-error.ts';
import { dropCached } from '../database/memory-cache.ts';
import type { Answer } from '../http/answer.ts';
import { join, joinPage } from './join.tsx';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ ACTS_PER_NETWORK_HOUR: '3' });
  const { database } = platform.app;
  for (const [iso3, risk] of [
    ['FRA', 'open'],
    ['KEN', 'warn'],
    ['PRK', 'closed'],
  ] as const)
    await database
      .updateTable('states')
      .set({ risk, risk_source: 'A report', risk_judged_on: '2026-07-17' })
      .where('iso3', '=', iso3)
      .execute();
});
afterAll(() => platform.stop());

const params = { slug: 'united-by-common-bonds' };
const typed = {
  state: 'KEN',
  name: 'Amina K.',
  email: 'amina@mail.example',
  kind: 'civil-society',
  organisation: 'Justice Works',
};
let requests = 0;

function read(answer: Answer): { status: number; html: string; to: string } {
  if (answer.kind === 'redirect') return { status: answer.status, html: '', to: answer.to };
  return {
    status: answer.kind === 'page' ? answer.status : 200,
    html: answer.kind === 'page' ? answer.html : '',
    to: '',
  };
}

async function sends(changes: Record<string, string> = {}, network = `192.0.2.${++requests}`) {
  return read(await join(platform.request({ params, network, form: new URLSearchParams({ ...typed, ...changes }) })));
}

const opens = async (query = '') =>
  read(await joinPage(platform.request({ params, query: new URLSearchParams(query) })));
const actionsOfAmina = () => actionsOf(platform.app, platform.keyOf('amina@mail.example'));

describe('joining by name', () => {
  it('asks for the country first, then says beforehand who will see what', async () => {
    expect((await opens()).html).not.toContain('name="email"');
    expect((await opens('state=KEN')).html).toMatch(
      /what supporting this campaign may mean for you in Kenya[\s\S]*Only [\s\S]*name="email"/,
    );
    expect((await opens('state=FRA')).html).toMatch(/Nobody else sees them[\s\S]*name="email"/);
    expect((await opens('state=XXX')).status).toBe(422);
  });

  it('asks whether the name may be shown only where that may harm nobody, and hears it nowhere else', async () => {
    const asked = await Promise.all(['FRA', 'KEN'].map(async (state) => (await opens(`state=${state}`)).html));
    expect(asked.map((html) => html.includes('name="public-name"'))).toEqual([true, false]);
    expect(asked[1]).toContain('Your name is not made public.');
    const ticked = async (state: string, email: string) => {
      await sends({ state, email, 'public-name': 'yes' });
      return (await actionsOf(platform.app, platform.keyOf(email))).flatMap((one) =>
        one.ticked.map((on) => on.purpose),
      );
    };
    expect(await ticked('FRA', 'named@mail.example')).toEqual(['public-name']);
    expect(await ticked('KEN', 'unnamed@mail.example')).toEqual([]);
  });

  it('is neither filled in nor ticked by a link', async () => {
    const { html } = await opens('state=KEN&name=Mallory&news=1&public-name=1');
    expect(html).toContain('name="news"');
    expect(html).not.toMatch(/Mallory|checked/);
  });

  it('asks for no name where it could put somebody in danger, and takes none', async () => {
    const page = await opens('state=PRK');
    expect(page.html).not.toContain('name="name"');
    expect(page.html).toContain('/en/campaigns/united-by-common-bonds/share');
    const before = (await actionsOfAmina()).length;
    expect((await sends({ state: 'PRK' })).to).toBe('');
    expect(await actionsOfAmina()).toHaveLength(before);
  });

  it('names those who run the campaign as to be written to where there are any, and nobody in a demonstration', async () => {
    const led = 'write to those who run it';
    const ours = await opens('state=PRK');
    expect([ours.html.includes(led), ours.html.includes('mailto:desk@coalition.example')]).toEqual([true, true]);
    const demonstration = await startPlatform({ OPERATOR_NAME: '', OPERATOR_EMAIL: '' });
    await demonstration.app.database
      .updateTable('states')
      .set({ risk: 'closed', risk_source: 'A report', risk_judged_on: '2026-07-17' })
      .where('iso3', '=', 'PRK')
      .execute();
    dropCached();
    const { html } = read(
      await joinPage(demonstration.request({ params, query: new URLSearchParams({ state: 'PRK' }) })),
    );
    await demonstration.stop();
    dropCached();
    expect([html.includes('share the campaign.'), html.includes(led), html.includes('mailto:')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(html).toContain('its contact address appears here');
  });

  it('shows an address that is understood otherwise than it was typed, to nobody but its writer, for half an hour', async () => {
    const { to } = await sends({ email: 'Amina@Почта.РФ' });
    expect(to).toMatch(/\/check-your-mail\?to=[\w-]+$/);
    const html = async (token: string, now?: number) => {
      if (now !== undefined) vi.useFakeTimers({ now, toFake: ['Date'] });
      const page = await checkMailPage(platform.request({ params, query: new URLSearchParams({ to: token }) }));
      vi.useRealTimers();
      return read(page).html.replaceAll(/<\/?span[^>]*>/g, '');
    };
    const token = to.split('to=')[1] ?? '';
    const understood = 'Amina@почта.рф (Amina@xn--80a1acny.xn--p1ai)';
    expect(await html(token)).toContain(understood);
    expect(await html(token, Date.now() + 31 * 60_000)).not.toContain('Amina@');
    for (const other of ['', 'x', `${token.slice(0, -3)}AAA`, 'A'.repeat(900)])
      expect(await html(other)).not.toContain('Amina@');
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('Amina');
  });

  it('keeps it sealed until it is confirmed, with nothing ticked that was not; a duplicate is answered like a first', async () => {
    const answers = [await sends(), await sends({ news: 'yes' })];
    for (const answer of answers)
      expect(answer.to).toMatch(/^\/en\/campaigns\/united-by-common-bonds\/check-your-mail\?to=[\w-]+$/);
    const actions = (await actionsOfAmina()).slice(-2);
    expect(
      actions.map(({ state, country, details, ticked }) => ({
        state,
        country,
        details,
        ticked: ticked.map(({ purpose }) => purpose),
      })),
    ).toEqual(
      [[], ['news']].map((ticked) => ({
        state: 'unconfirmed',
        country: 'KEN',
        details: { name: 'Amina K.', organisation: 'Justice Works', supporterKind: 'civil-society' },
        ticked,
      })),
    );
  });

  it.each([
    ['name', ''],
    ['name', 'Amina https://evil.example'],
    ['name', 'é'.repeat(201)],
    ['email', 'amina@mail.example\r\nBcc: all@mail.example'],
    ['organisation', 'see www.evil.example'],
    ['kind', 'emperor'],
  ])('gives a wrong %s back with everything typed: %j', async (field, value) => {
    const { status, html } = await sends({ [field]: value });
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    for (const [name, kept] of Object.entries(typed))
      if (name !== field && name !== 'kind') expect(html).toContain(`value="${kept}"`);
  });

  it('ends with the campaign', async () => {
    const { database } = platform.app;
    await database.updateTable('campaigns').set({ closes_at: new Date() }).execute();
    dropCached(['campaigns']);
    await expect(sends()).rejects.toThrow(CampaignClosedError);
  });
});
