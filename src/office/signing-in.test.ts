import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser as Browser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { makeFirstLink } from '../accounts/links.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({});
});
afterAll(() => site.stop());

const AMINA = 'amina@justice.example';
let secret = '';
let codes: readonly string[] = [];
class OfficeBrowser extends Browser {
  constructor() {
    super(() => site.url);
  }
}
const amina = new OfficeBrowser();
let step = 0;
/** Each code works once: every next one is of the next half minute that is still taken. */
const nextApp = () => totpCode(secret, Date.now() + 30_000 * Math.min(1, step++));
const database = () => site.running.app.database;
const firstLink = async () => `/office/en/begin/${await makeFirstLink(database())}`;
const mailsTo = (address: string) => site.mail.received.filter(({ to }) => to === address);
const textOf = (address: string) => mailsTo(address).at(-1)?.mail;

async function mailedCode(address: string, before: number): Promise<string> {
  await until('the code', () => mailsTo(address).length > before);
  return /\b(\d{8})\b/.exec(String(textOf(address)?.subject ?? textOf(address)?.text))?.[1] ?? '';
}

async function asks(browser: OfficeBrowser, email: string): Promise<void> {
  await browser.get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email, to: '' });
}

describe('the first administrator', () => {
  it('comes by a link that works once, and only sets up an app by it', async () => {
    const link = await firstLink();
    await amina.get(link);
    await amina.post(link, { name: '', email: 'nobody' });
    expect(amina.page).toMatch(/href="#name".*href="#email"/s);
    await amina.post(link, { name: 'Amina K.', email: AMINA });
    expect(amina.at).toBe('/office/en/set-up');
    await amina.get('/office/en');
    expect(amina.at).toBe('/office/en/set-up');
    const again = await new OfficeBrowser().get(link);
    expect(again.status).toBe(410);
    expect(await makeFirstLink(database())).toBeUndefined();
  });

  it('is signed in by the app’s code, and no other', async () => {
    secret = /name="secret" value="([A-Z2-7]{32})"/.exec(amina.page)?.[1] ?? '';
    await amina.post('/office/en/set-up', { secret, code: '12' });
    expect(amina.status).toBe(422);
    await amina.post('/office/en/set-up', { secret, code: totpCode(secret) });
    await site.running.app.pool.query('UPDATE accounts SET totp_step = NULL');
    codes = [...amina.page.matchAll(/<code>([\w-]{19})<\/code>/g)].map(([, code = '']) => code);
    expect(codes).toHaveLength(10);
    await amina.get('/office/en');
    expect(amina.page).toContain('\u2068Amina K.\u2069, administrator');
  });
});

describe('a form', () => {
  it.each([
    ['without a token', ''],
    ['with another’s', 'x'.repeat(43)],
  ])('%s changes nothing and says so', async (_, token) => {
    await amina.get('/office/en/account');
    await amina.post('/office/en/sign-out', {}, token);
    expect([amina.status, amina.page.includes('Nothing was changed')]).toEqual([403, true]);
    await amina.get('/office/en');
    expect(amina.page).toContain('<h1>What waits</h1>');
  });

  it('of another site is refused before it is read', async () => {
    const answer = await fetch(new URL('/office/en/sign-in', site.url), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ email: AMINA }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('signing in', () => {
  it('needs the mailed code and the app’s, in the browser that asked', async () => {
    const before = mailsTo(AMINA).length;
    const browser = new OfficeBrowser();
    await asks(browser, AMINA);
    const code = await mailedCode(AMINA, before);
    expect(code).toMatch(/^\d{8}$/);
    const other = await new OfficeBrowser().get('/office/en/sign-in/code');
    const app = nextApp();
    for (const [who, typed] of [
      [browser, { code, second: '' }],
      [browser, { code: '00000000', second: app }],
      [other, { code, second: app }],
    ] as const) {
      await who.post('/office/en/sign-in/code', { ...typed, to: '' });
      expect([who.status, who.cookies.has('office')]).toEqual([422, false]);
    }
    await browser.post('/office/en/sign-in/code', { code, second: app, to: '' });
    expect(browser.page).toContain('\u2068Amina K.\u2069, administrator');
    await until('the mail about a new browser', () => mailsTo(AMINA).length > before + 1);
    await browser.get('/office/en/sign-out');
    await browser.get('/office/en');
    await browser.post('/office/en/sign-out', {});
    await browser.get('/office/en/sign-in/code');
    await browser.post('/office/en/sign-in/code', { code, second: app, to: '' });
    expect(browser.status).toBe(422);
  });

  it('takes a recovery code once, and stops after five tries', async () => {
    const before = mailsTo(AMINA).length;
    const browser = new OfficeBrowser();
    await asks(browser, AMINA);
    const code = await mailedCode(AMINA, before);
    await browser.post('/office/en/sign-in/code', { code, second: codes[0] ?? '', to: '/account' });
    expect(browser.page).toContain('Recovery codes left: 9.');
    const second = new OfficeBrowser();
    const sent = mailsTo(AMINA).length;
    await asks(second, AMINA);
    const later = await mailedCode(AMINA, sent);
    const tried = [codes[0], 'x', 'x', 'x', 'x', codes[1]];
    for (const one of tried) await second.post('/office/en/sign-in/code', { code: later, second: one ?? '', to: '' });
    expect([second.status, second.cookies.has('office')]).toEqual([422, false]);
  });

  it('answers a stranger as anybody', async () => {
    const stranger = new OfficeBrowser();
    await asks(stranger, 'nobody@justice.example');
    const asked = stranger.page.replace(/value="[^"]*"/g, '');
    const known = new OfficeBrowser();
    await asks(known, AMINA);
    expect(asked).toBe(known.page.replace(/value="[^"]*"/g, ''));
    expect(mailsTo('nobody@justice.example')).toEqual([]);
  });
});

describe('sessions', () => {
  it('are listed, and each can be ended', async () => {
    await amina.get('/office/en/account');
    expect(amina.page).toContain('Firefox on Linux');
    await amina.post('/office/en/account/end-sessions', {});
    expect(amina.page.match(/Firefox on Linux<\/div>/g)).toHaveLength(1);
  });

  it('end after twelve hours without use', async () => {
    const held = new OfficeBrowser();
    for (const [name, value] of amina.cookies) held.cookies.set(name, value);
    await site.running.app.pool.query(
      `UPDATE sessions SET began_at = now() - interval '1 day', last_used_at = now() - interval '13 hours'`,
    );
    await held.get('/office/en/account');
    expect(held.at).toBe('/office/en/sign-in?to=%2Faccount');
    await site.running.app.pool.query('UPDATE sessions SET last_used_at = now(), proved_at = now()');
  });
});

describe('the staff', () => {
  it('are invited by an administrator, in their language, and set up what they sign in with', async () => {
    await amina.get('/office/en/staff');
    await amina.post('/office/en/staff', { email: 'omar@justice.example', role: 'reader', lang: 'ar' });
    expect(amina.page).toContain('The invitation is on its way.');
    await until('the invitation', () => mailsTo('omar@justice.example').length > 0);
    const link = /\/office\/ar\/begin\/[\w-]+/.exec(String(textOf('omar@justice.example')?.text))?.[0] ?? '';
    const omar = new OfficeBrowser();
    await omar.get(link);
    expect(omar.page).toContain('dir="rtl"');
    await omar.post(link, { name: 'Omar S.' });
    const key = /name="secret" value="([A-Z2-7]{32})"/.exec(omar.page)?.[1] ?? '';
    await omar.post('/office/ar/set-up', { secret: key, code: totpCode(key) });
    await omar.get('/office/ar/staff');
    expect(omar.status).toBe(403);
    await omar.get('/office/ar');
    expect(omar.page).toContain('Omar S.');
  });
});

it('the office says so where it does not answer', async () => {
  const { hostname, port } = new URL(site.url);
  const { request } = await import('node:http');
  const status = await new Promise((done) => {
    request({ hostname, port, path: '/office/en', headers: { host: 'campaign.example' } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
