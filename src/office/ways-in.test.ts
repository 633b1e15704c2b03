import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOfLastAsked,
  comesIn,
  firstAdministrator,
  type Office,
  officeRoutes,
  type Somebody,
  startOffice,
} from '../../test/support/office.ts';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { SoftPasskey } from '../../test/support/soft-passkey.ts';
import { findAccount, inviteAccount, readAddress } from '../accounts/accounts.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { askRecovery, makeStopLink } from '../accounts/changes.ts';
import { makeInvitation } from '../accounts/links.ts';
import { SYSTEM } from '../actors/actors.ts';

const AMINA = 'amina@justice.example';
let office: Office;
let amina: Somebody;
let passkey: SoftPasskey;
beforeAll(async () => {
  office = await startOffice();
  amina = await firstAdministrator(office, AMINA);
  passkey = new SoftPasskey(office.url);
  await amina.browser.get('/office/en/account');
  await makesPasskey(amina.browser, passkey);
});
afterAll(() => office.stop());

/** Whether whoever has this browser is signed in. */
async function isIn({ cookies }: OfficeBrowser): Promise<boolean> {
  const same = new OfficeBrowser(() => office.url);
  for (const [name, value] of cookies) same.cookies.set(name, value);
  await same.get('/office/en/account');
  return same.at === '/office/en/account' && same.status === 200;
}

async function makesPasskey(browser: OfficeBrowser, made: SoftPasskey, said = {}): Promise<void> {
  const token = browser.token();
  await browser.post('/office/en/account/passkeys/ask', {}, token);
  const answer = made.made(JSON.parse(browser.page), said);
  await browser.post('/office/en/account/passkeys', { name: 'A phone', answer }, token);
}

let invited = 0;
/** The link of somebody new, and whose it is. */
async function invitation() {
  invited += 1;
  const email = `person${invited}@justice.example`;
  const how = { database: office.app.database, keys: office.app.keys, by: SYSTEM };
  await inviteAccount(how, { email, role: 'administrator' }, async () => {});
  const account = await findAccount(office.app.database, office.app.keys, readAddress(email));
  if (!account) throw new Error('nobody was invited');
  const link = `/office/en/begin/${await makeInvitation(office.app.database, account.actor_id)}`;
  return { link, name: `Person ${invited}`, actor: account.actor_id };
}

/** Somebody who has the first of two factors, a mailed link. */
async function withLink(): Promise<OfficeBrowser> {
  const { link, name } = await invitation();
  const browser = await office.browser().get(link);
  return browser.post(link, { name });
}

async function asksForCode(): Promise<{ browser: OfficeBrowser; code: string }> {
  const browser = await office.browser().get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email: AMINA, to: '' });
  return { browser, code: (await codeOfLastAsked(office)) ?? '' };
}

const signsByCodes = async (browser: OfficeBrowser, code: string, second: string) => {
  await browser.post('/office/en/sign-in/code', { code, second, to: '' });
  return isIn(browser);
};

async function signsByPasskey(said = {}): Promise<boolean> {
  const browser = await office.browser().get('/office/en/sign-in');
  const token = browser.token();
  await browser.post('/office/en/sign-in/passkey/ask', {}, token);
  const answer = passkey.signed(JSON.parse(browser.page), said);
  await browser.post('/office/en/sign-in/passkey', { answer, to: '' }, token);
  return isIn(browser);
}

/** By each form that somebody sends before they signed in: that one factor lets nobody in, and two do where it is a way in. */
const proofs: Readonly<Record<string, () => Promise<void>>> = {
  'anybody /sign-in': async () => {
    expect(await isIn((await asksForCode()).browser)).toBe(false);
  },
  'anybody /sign-in/code': async () => {
    const { browser, code } = await asksForCode();
    const app = totpCode(amina.secret);
    expect(await signsByCodes(browser, code, '')).toBe(false);
    expect(await signsByCodes(browser, code, '000000')).toBe(false);
    expect(await signsByCodes(browser, '', app)).toBe(false);
    expect(await signsByCodes(browser, '', amina.codes[0] ?? '')).toBe(false);
    const elsewhere = await office.browser().get('/office/en/sign-in/code');
    expect(await signsByCodes(elsewhere, code, app)).toBe(false);
    expect(await signsByCodes(browser, code, app)).toBe(true);
    const recovers = await asksForCode();
    expect(await signsByCodes(recovers.browser, recovers.code, amina.codes[1] ?? '')).toBe(true);
  },
  'anybody /begin/:token': async () => {
    const browser = await withLink();
    expect([browser.at, browser.cookies.has('office'), await isIn(browser)]).toEqual([
      '/office/en/set-up',
      true,
      false,
    ]);
  },
  'anybody /sign-in/passkey/ask': async () => {
    const browser = await office.browser().get('/office/en/sign-in');
    await browser.post('/office/en/sign-in/passkey/ask', {});
    expect([browser.status, await isIn(browser)]).toEqual([200, false]);
  },
  'anybody /sign-in/passkey': async () => {
    // What asks its person for a PIN, a finger or a face is two factors in one.
    expect([await signsByPasskey({ verified: false }), await signsByPasskey()]).toEqual([false, true]);
  },
  'session /set-up': async () => {
    const browser = await withLink();
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(browser.page)?.[1] ?? '';
    await browser.post('/office/en/set-up', { secret, code: '000000' });
    expect(await isIn(browser)).toBe(false);
    await browser.post('/office/en/set-up', { secret, code: totpCode(secret) });
    expect(await isIn(browser)).toBe(true);
  },
  'session /sign-out': async () => {
    const browser = await withLink();
    await browser.post('/office/en/sign-out', {});
    expect([browser.cookies.has('office'), await isIn(browser)]).toEqual([false, false]);
  },
  'session /account/passkeys/ask': async () => {
    const browser = await withLink();
    await browser.post('/office/en/account/passkeys/ask', {});
    expect([browser.status, await isIn(browser)]).toEqual([200, false]);
  },
  'session /account/passkeys': async () => {
    const careless = await withLink();
    await makesPasskey(careless, new SoftPasskey(office.url), { verified: false });
    expect(await isIn(careless)).toBe(false);
    const browser = await withLink();
    await makesPasskey(browser, new SoftPasskey(office.url));
    expect(await isIn(browser)).toBe(true);
  },
  'anybody /stop/:token': async () => {
    const { link, name, actor } = await invitation();
    await comesIn(office, link, { name });
    const how = { database: office.app.database, keys: office.app.keys, by: SYSTEM };
    await askRecovery(how, actor, 24, async () => {});
    const stop = `/office/en/stop/${await makeStopLink(office.app.database, actor, 'recovery')}`;
    const browser = await office.browser().get(stop);
    await browser.post(stop, {});
    expect([browser.page.includes('Nothing changes.'), await isIn(browser)]).toEqual([true, false]);
  },
};

const nameOf = ({ who, path }: { who: string; path: string }) => `${who} ${path.replace('/office/:lang', '')}`;
const filled = (path: string) => path.replace(':lang', 'en').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
const asks = (browser: OfficeBrowser, { method, path }: { method: string; path: string }) =>
  method === 'GET' ? browser.get(filled(path)) : browser.post(filled(path), {});

describe('every way in takes two factors', () => {
  it('and none is left out: these are all forms that somebody sends before they signed in', () => {
    const before = officeRoutes.filter(({ method, who }) => method === 'POST' && /^(?:anybody|session)$/.test(who));
    expect(before.map(nameOf).sort()).toEqual(Object.keys(proofs).sort());
  });

  it.each(Object.entries(proofs))('%s', (_, proof) => proof());

  it('no page that anybody may open gives a session', async () => {
    const open = officeRoutes.filter(({ method, who }) => method === 'GET' && who === 'anybody');
    expect(open.length).toBeGreaterThan(3);
    for (const route of open) {
      const browser = await asks(office.browser(), route);
      expect([route.path, browser.cookies.has('office'), await isIn(browser)]).toEqual([route.path, false, false]);
    }
  });

  it('whoever has none of them is led to signing in, from everywhere else', async () => {
    for (const route of officeRoutes.filter(({ who }) => who !== 'anybody')) {
      const browser = await asks(await office.browser().get('/office/en/sign-in'), route);
      expect(browser.at, nameOf(route)).toMatch(/^\/office\/en\/sign-in(?:\?|$)/);
    }
  });

  it('whoever has a link alone is led to setting up the other, from everywhere else', async () => {
    const browser = await withLink();
    for (const route of officeRoutes.filter(({ who }) => who !== 'anybody' && who !== 'session')) {
      await browser.get('/office/en/set-up');
      await asks(browser, route);
      expect([browser.at, browser.status], nameOf(route)).toEqual(['/office/en/set-up', 200]);
    }
  });
});
