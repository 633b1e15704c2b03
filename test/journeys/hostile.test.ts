import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/actors/actors.ts';
import { dropCached } from '../../src/database/memory-cache.ts';
import { decideLetter, heldLetters } from '../../src/letters/review.ts';
import { mailRound } from '../support/mail-round.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';
import { undoTimeIsOver } from '../support/undo-time.ts';
import { until } from '../support/until.ts';

const campaign = '/en/campaigns/united-by-common-bonds';
const ministry = 'minister@justice.gov.example';
let site: Site;
let minister: string;

beforeAll(async () => {
  site = await startSite({ ACTS_PER_NETWORK_HOUR: '100000' });
  minister = await addresseeWithMail(site, 'justice-minister', ministry);
});
afterAll(() => site.stop());

const actions = async () => (await site.fresh.pool.query('SELECT count(*)::int AS n FROM actions')).rows[0].n as number;
const form = (fields: Record<string, string>) =>
  new URLSearchParams({
    state: 'KEN',
    to: minister,
    step: 'send',
    name: 'Amina',
    email: 'a@mail.example',
    subject: 's',
    body: 'b',
    ...fields,
  });

function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(`${site.url}${path}`, { method: 'POST', redirect: 'manual', ...init });
}

describe('a header', () => {
  it.each(['name', 'email', 'subject', 'why', 'locality', 'body'])('can’t be smuggled in by %s', async (field) => {
    const supporter = new Supporter(site);
    const attack = 'x\r\nBcc: victim@mail.example\r\nX-Evil: 1\r\n\r\ninjected';
    const page = await supporter.writesTo([minister], {
      [field]: field === 'email' ? `${supporter.email}\r\nBcc: victim@mail.example` : attack,
    });
    if (page.status === 422) return;
    await supporter.confirms();
    // What looks like an address is held, until a person has read it.
    for (const { id } of await heldLetters(site.running.app)) await decideLetter(site.running.app, id, { by: SYSTEM });
    await undoTimeIsOver(site.fresh.pool);
    const letter = await until('the letter arrives', () => arrived(supporter.email));
    const heads = letter.raw.toString().split('\r\n\r\n')[0] ?? '';
    expect(heads).not.toMatch(/^(bcc|x-evil):/im);
    expect(site.mail.received.filter(({ to }) => to === 'victim@mail.example')).toEqual([]);
  });

  const arrived = (email: string) =>
    site.mail.received.find(({ to, mail }) => to === ministry && mail.replyTo?.value[0]?.address === email);
});

describe('a body', () => {
  it.each([
    [
      'too large',
      { body: `body=${'x'.repeat(10_000_000)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      413,
    ],
    ['of another type', { body: '{"name":"x"}', headers: { 'content-type': 'application/json' } }, 415],
    ['as XML', { body: '<x/>', headers: { 'content-type': 'text/xml' } }, 415],
    ['in pieces of a file', { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } }, 415],
    [
      'that is no UTF-8',
      { body: 'name=%FF%FE&body=%C3%28', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
    ],
    [
      'with a flood of fields',
      { body: 'a=1&'.repeat(2_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
    ],
  ])('%s is answered clearly and leaves nothing', async (_name, init, status) => {
    const before = await actions();
    const response = await send(`${campaign}/write`, init).catch(() => undefined);
    // A server that has read enough may hang up while the rest is still being sent.
    if (response) {
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(/<html lang="en"/);
    } else expect(status).toBe(413);
    expect(await actions()).toBe(before);
  });

  it('that never ends does not hold the server', async () => {
    const slow = request(`${site.url}${campaign}/write`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' },
    });
    slow.on('error', () => {});
    slow.write('name=');
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    slow.destroy();
  });
});

describe('what is typed', () => {
  it.each([
    ['controls and turned text', { name: 'A\u0000mi\u0007na\u202e', why: 'a\u202eb\u0000c' }],
    ['emoji', { name: '👩🏾‍⚖️ Amina', why: '✊🏿'.repeat(100) }],
    ['a name of 200 letters', { name: 'é'.repeat(200) }],
    ['a lone surrogate', { why: '\ud800 broken' }],
    ['names of JavaScript’s own', { __proto__: 'x', constructor: 'y', toString: 'z' } as Record<string, string>],
    ['an unknown language of the letter', { lang: 'xx' }],
    ['arguments that are none', { 'argument-victims': '-1', 'argument-law': '1e9', 'argument-zzz': '1' }],
  ])('is taken with %s', async (_name, changes) => {
    const supporter = new Supporter(site);
    expect((await supporter.writesTo([minister], changes)).url).toMatch(/check-your-mail$/);
  });

  it.each([
    ['a name of 201 letters', { name: 'é'.repeat(201) }],
    ['nothing but white space', { name: ' \u200f\u00a0 ' }],
    ['an address as name', { name: 'http://evil.example' }],
    ['5,001 characters', { body: 'é'.repeat(5_001) }],
    [
      'a letter that grows when it is finished',
      { body: `Dear Minister, ${'[your name]'.repeat(5)} ${'x'.repeat(4_900)}`, why: 'y'.repeat(1_000) },
    ],
    ['marks piled on letters', { body: `e${'\u0301'.repeat(30)}`.repeat(700) }],
    ['two addresses', { email: 'a@mail.example, b@mail.example' }],
  ])('is given back with %s', async (_name, changes) => {
    const supporter = new Supporter(site);
    const page = await supporter.writesTo([minister], changes);
    expect(page.status).toBe(422);
    expect(page.text).toContain('role="alert"');
  });
});

describe('a link of somebody else’s', () => {
  it('does not lead past the warning', async () => {
    const path = `${site.url}${campaign}/write?state=KEN&aware=1&go=write&to=${minister}`;
    const led = await (await fetch(path, { headers: { 'sec-fetch-site': 'cross-site' } })).text();
    const came = await (await fetch(path, { headers: { 'sec-fetch-site': 'same-origin' } })).text();
    expect([led.includes('name="body"'), came.includes('name="body"')]).toEqual([false, true]);
  });

  it.each(['/en/%72ecord', '/en/record/', '/%65n/record'])('leads to the one address of a page: %s', async (path) => {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/en/record']);
  });
});

describe('a letter to print', () => {
  it.each([
    ['too long', { body: 'x'.repeat(45_000), why: '$`'.repeat(8_000) }],
    ['in a name that is an address', { name: 'http://evil.example', body: 'x' }],
  ])('is given back when it is %s', async (_name, typed) => {
    const supporter = new Supporter(site);
    const page = await supporter.posts(`${campaign}/print`, [
      ['state', 'KEN'],
      ['to', minister],
      ['subject', 'Justice'],
      ...Object.entries(typed),
    ]);
    expect(page.status).toBe(422);
    expect(page.text.length).toBeLessThan(200_000);
  });
});

describe('an address of ours', () => {
  it.each([
    '/xx',
    '/en/campaigns/nothing',
    '/en/campaigns/..%2f..%2fetc',
    '/../../etc/passwd',
    '/assets/../../package.json',
    `/en/${'x'.repeat(10_000)}`,
    `/en/confirm/${'A'.repeat(250)}`,
    '/en/status/%00',
    '/en/addressees/abc',
    '/en/offices/abc',
    '/en/answer/abc',
    '/en/my-data/abc',
    '/en/%ff',
    '/en/campaigns/united-by-common-bonds/write?state=%ff',
    '/en/campaigns/united-by-common-bonds/write?state=KEN&aware=1&page=1e99&q=%25_%27',
    '/en/campaigns/united-by-common-bonds/write?state=KEN&aware=1&page=1.5&q=%00&area=%00&to=%00',
  ])('that is odd is answered by a page: %s', async (path) => {
    const response = await fetch(`${site.url}${path}`);
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    await response.text();
  });

  it('does nothing when it is only looked at', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister]);
    const link = await supporter.confirmationLink();
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await (await fetch(`${site.url}${link}`, { method })).text();
    const { rows } = await site.fresh.pool.query(`SELECT count(*)::int AS n FROM actions WHERE state = 'unconfirmed'`);
    expect(rows[0].n).toBeGreaterThan(0);
    expect((await supporter.confirms()).url).toMatch(/^\/en\/status\//);
  });
});

describe('another site', () => {
  it.each([[{ 'sec-fetch-site': 'cross-site' }], [{ origin: 'https://evil.example' }], [{ origin: 'null' }]])(
    'can’t act through a visitor: %o',
    async (headers) => {
      const before = await actions();
      const response = await send(`${campaign}/write`, { body: form({}), headers });
      expect(response.status).toBe(403);
      await response.text();
      expect(await actions()).toBe(before);
    },
  );
});

describe('a link', () => {
  it('confirmed by many at once confirms once', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister]);
    const link = await supporter.confirmationLink();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        send(link, { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      ),
    );
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    await Promise.all(answers.map((answer) => answer.text()));
    await until('the letter arrives', () => from(supporter.email).length > 0);
    await mailRound(site);
    expect(from(supporter.email)).toHaveLength(1);
  });

  const from = (email: string) =>
    site.mail.received.filter(({ to, mail }) => to === ministry && mail.replyTo?.value[0]?.address === email);
});

describe('a campaign that has ended', () => {
  it('takes nothing more, and says so', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister]);
    const link = await supporter.confirmationLink();
    await site.fresh.database.updateTable('campaigns').set({ closes_at: new Date() }).execute();
    dropCached();
    site.running.app.pages.drop();
    const before = await actions();
    for (const place of ['write', 'join']) expect((await supporter.opens(`${campaign}/${place}`)).status).toBe(410);
    expect((await send(`${campaign}/write`, { body: form({}) })).status).toBe(410);
    expect((await supporter.opens(link)).text).toContain('The campaign has ended');
    expect((await supporter.opens(campaign)).text).toContain('no longer takes letters');
    expect(await actions()).toBe(before);
  });
});
