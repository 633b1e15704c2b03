import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstLink } from '../../src/accounts/links.ts';
import { tellLostPasskeys } from '../../src/office/tell-passkeys.ts';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

const AMINA = 'amina@justice.example';
let site: Site;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let cdp: CDPSession;
let authenticator = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}), startBrowser()]);
  ({ context, page, cdp, authenticator } = await withAuthenticator());
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** A browser with a passkey manager of its own, as a phone has one. */
async function withAuthenticator() {
  const made = await browser.newContext();
  const first = await made.newPage();
  const session = await made.newCDPSession(first);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return { context: made, page: first, cdp: session, authenticator: authenticatorId };
}

const at = (path: string) => `${site.url}/office/en${path}`;
const press = async (name: string, on = page) => {
  await on.getByRole('button', { name, exact: true }).click();
};
const heading = (on = page) => on.getByRole('heading', { level: 1 }).textContent();
const credentials = async () =>
  (await cdp.send('WebAuthn.getCredentials', { authenticatorId: authenticator })).credentials;
const sql = (statement: string) => site.running.app.pool.query(statement);

/** What the page posts once the passkey has signed; it is held back. */
async function answerOf(on: Page, button: string): Promise<string> {
  const posted = new Promise<string>((done) => {
    void on.route('**/sign-in/passkey', async (route) => {
      done(route.request().postData() ?? '');
      await route.abort();
    });
  });
  await press(button, on);
  const answer = await posted;
  await on.unroute('**/sign-in/passkey');
  return answer;
}

/** Sends a form as this browser would, from its own page. */
async function send(on: Page, path: string, body: string) {
  await on.goto(at('/sign-in'));
  const token = await on.locator('input[name=form-token]').first().inputValue();
  const fields = new URLSearchParams(body);
  fields.set('form-token', token);
  const answer = await on.request.post(at(path), {
    form: Object.fromEntries(fields),
    headers: { origin: site.url },
    maxRedirects: 0,
  });
  return { status: answer.status(), signedIn: answer.headers().location === '/office/en' };
}

describe('a passkey', () => {
  it('is what an invitation offers first, and signs in by itself', async () => {
    await page.goto(at(`/begin/${await makeFirstLink(site.running.app.database)}`));
    await page.getByLabel('Your name').fill('Amina K.');
    await page.getByLabel('E-mail address').fill(AMINA);
    await press('Continue');
    expect(await heading()).toBe('Set up how you sign in');
    await page.getByLabel('Name of the passkey').fill('My phone');
    await press('Add a passkey');
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBeGreaterThanOrEqual(10);
    await page.goto(at(''));
    expect(await heading()).toBe('What waits');
    await press('Sign out');
    await press('Sign in with a passkey');
    await page.getByRole('heading', { name: 'What waits' }).waitFor();
    expect(site.mail.received).toEqual([]);
  });

  it('stands in the account with when it was used, is renamed, and stays where it is the last', async () => {
    await page.goto(at('/account'));
    expect(await page.getByRole('main').textContent()).toMatch(/My phone\s*Added .*, last used /);
    await page.getByRole('link', { name: 'My phone' }).click();
    await page.getByLabel('Name of the passkey').fill('Phone of the office');
    await press('Rename');
    await page.getByRole('link', { name: 'Phone of the office' }).click();
    await press('Remove this passkey');
    await page.getByText('This is the only thing you sign in with').first().waitFor();
    expect(await credentials()).toHaveLength(1);
  });

  it('is not made twice on one device', async () => {
    await page.goto(at('/account'));
    await press('Add a passkey');
    await page.getByText('This device has a passkey for you already.').waitFor();
  });

  it('is the factor afresh that something dangerous needs', async () => {
    await sql(
      `UPDATE sessions SET proved_at = now() - interval '11 minutes', began_at = now() - interval '12 minutes'`,
    );
    await page.goto(at('/account'));
    await press('Make ten new recovery codes');
    expect(await heading()).toBe('Show that it is you');
    await press('Use a passkey');
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await press('Make ten new recovery codes');
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
  });

  it('may be one of several, of which each can go', async () => {
    const other = await withAuthenticator();
    await other.context.addCookies(await context.cookies());
    await other.page.goto(at('/account'));
    await other.page.getByLabel('Name of the passkey').fill('Key on the desk');
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
    await press('Add a passkey', other.page);
    await other.page.getByRole('link', { name: 'Key on the desk' }).click();
    await press('Remove this passkey', other.page);
    await other.page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(await other.page.getByRole('main').textContent()).not.toContain('Key on the desk');
    await other.context.close();
  });
});

describe('signing in by a passkey', () => {
  const signOut = async () => {
    await page.goto(at(''));
    if (await page.getByRole('button', { name: 'Sign out' }).isVisible()) await press('Sign out');
  };

  it('takes an answer once, from the browser that asked', async () => {
    await signOut();
    const held = await answerOf(page, 'Sign in with a passkey');
    const other = await browser.newContext();
    const stranger = await other.newPage();
    expect(await send(stranger, '/sign-in/passkey', held)).toEqual({ status: 422, signedIn: false });
    await page.goto(at('/sign-in'));
    const own = await answerOf(page, 'Sign in with a passkey');
    expect(await send(page, '/sign-in/passkey', own)).toEqual({ status: 303, signedIn: true });
    await page.goto(at(''));
    await press('Sign out');
    expect(await send(page, '/sign-in/passkey', own)).toEqual({ status: 422, signedIn: false });
    await other.close();
  });

  it('takes no answer to what was asked more than five minutes ago', async () => {
    await page.goto(at('/sign-in'));
    const own = await answerOf(page, 'Sign in with a passkey');
    await sql(`UPDATE passkey_challenges SET asked_at = now() - interval '6 minutes'`);
    expect((await send(page, '/sign-in/passkey', own)).signedIn).toBe(false);
  });

  it.each(['', '{}', 'null', '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"e30"}}'])(
    'takes no %s',
    async (answer) => {
      const sent = await send(page, '/sign-in/passkey', String(new URLSearchParams({ answer, to: '' })));
      expect(sent).toEqual({ status: 422, signedIn: false });
    },
  );

  it('goes on where the counter stands still; where it goes back its person is told', async () => {
    await signOut();
    await sql('UPDATE passkeys SET counter = 0');
    const entries = async () =>
      (await sql(`SELECT 1 FROM audit_entries WHERE operation = 'accounts.passkey-counter-went-back'`)).rows.length;
    await press('Sign in with a passkey');
    await page.getByRole('heading', { name: 'What waits' }).waitFor();
    expect(await entries()).toBe(0);
    await sql('UPDATE passkeys SET counter = 1000');
    await press('Sign out');
    await press('Sign in with a passkey');
    await page.getByRole('heading', { name: 'What waits' }).waitFor();
    expect(await entries()).toBe(1);
    await until('the mail about it', () => site.mail.received.some(({ to }) => to === AMINA));
    expect(String(site.mail.received.at(-1)?.mail.subject)).toBe('One of your passkeys may have been copied');
  });

  it('is refused without its person being asked', async () => {
    await signOut();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
    await press('Sign in with a passkey');
    await page.getByText('No passkey was used.').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
  });

  it('says at the start which passkeys another host in PUBLIC_URL voids, and they sign in no more', async () => {
    const { app } = site.running;
    expect(await tellLostPasskeys(app)).toBeUndefined();
    const moved = { ...app, settings: { ...app.settings, PUBLIC_URL: 'https://moved.example' } };
    expect(await tellLostPasskeys(moved)).toContain('1 of localhost');
    await sql(`UPDATE passkeys SET rp_id = 'moved.example'`);
    await page.goto(at('/sign-in'));
    await press('Sign in with a passkey');
    await page.getByText('That did not work').first().waitFor();
    await sql(`UPDATE passkeys SET rp_id = 'localhost'`);
  });

  it('is offered where passkeys can be, and nowhere else: codes always', async () => {
    const without = await browser.newContext({ javaScriptEnabled: false });
    const bare = await without.newPage();
    await bare.goto(at('/sign-in'));
    expect(await bare.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
    expect(await bare.getByRole('button', { name: 'Mail me a code' }).isVisible()).toBe(true);
    await bare.goto(at('/sign-in').replace('localhost', '127.0.0.1'));
    expect(await bare.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
    await without.close();
  });
});
