import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  codeOfLastAsked,
  firstAdministrator,
  type Office,
  officeRoutes,
  startOffice,
} from '../../test/support/office.ts';
import type { OfficeBrowser } from '../../test/support/office-browser.ts';
import { SoftPasskey } from '../../test/support/soft-passkey.ts';

const KNOWN = 'amina@justice.example';
const UNKNOWN = 'nobody@justice.example';

let office: Office;
let hers: SoftPasskey;
beforeAll(async () => {
  office = await startOffice();
  const { browser } = await firstAdministrator(office, KNOWN);
  hers = new SoftPasskey(office.url);
  await browser.get('/office/en/account');
  const token = browser.token();
  await browser.post('/office/en/account/passkeys/ask', {}, token);
  const answer = hers.made(JSON.parse(browser.page));
  await browser.post('/office/en/account/passkeys', { name: 'A phone', answer }, token);
});
afterAll(() => office.stop());

/** What somebody types who does not know whether there is an account, on the page that has the form. */
interface Try {
  readonly page: string;
  readonly before?: (browser: OfficeBrowser, email: string) => Promise<unknown>;
  readonly typed: (browser: OfficeBrowser, email: string) => Readonly<Record<string, string>>;
}

const asks = async (browser: OfficeBrowser, email: string) => {
  await browser.get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email, to: '' });
  expect((await codeOfLastAsked(office)) !== undefined).toBe(email === KNOWN);
};

const tries: Readonly<Record<string, Try>> = {
  '/sign-in': { page: '/sign-in', typed: (_, email) => ({ email, to: '' }) },
  '/sign-in/code': {
    page: '/sign-in/code',
    before: asks,
    typed: () => ({ code: '00000000', second: '000000', to: '' }),
  },
  '/sign-in/passkey/ask': { page: '/sign-in', typed: () => ({}) },
  '/sign-in/passkey': {
    page: '/sign-in',
    typed: ({ page }, email) => {
      const passkey = email === KNOWN ? hers : new SoftPasskey(office.url);
      return { answer: passkey.signed(JSON.parse(page), { verified: false }), to: '' };
    },
  },
};

/** Whoever has such a link was given it: nothing is typed there that could be guessed. */
const ofLinks = (path: string) => path.includes(':token');

it('is tried of every form that anybody may send', () => {
  const open = officeRoutes.filter(({ method, who, path }) => method === 'POST' && who === 'anybody' && !ofLinks(path));
  expect(open.map(({ path }) => path.replace('/office/:lang', ''))).toEqual(Object.keys(tries));
});

it.each(Object.entries(tries))(
  '%s asks the same of the database whether or not there is an account',
  async (path, how) => {
    const work = async (email: string) => {
      const browser = office.browser();
      await how.before?.(browser, email);
      await browser.get(`/office/en${how.page}`);
      const token = browser.token();
      if (path === '/sign-in/passkey') await browser.post('/office/en/sign-in/passkey/ask', {}, token);
      const typed = how.typed(browser, email);
      const asked = await office.askedBy(() => browser.post(`/office/en${path}`, typed, token));
      expect(browser.cookies.has('office')).toBe(false);
      return { asked, page: browser.page.replace(/value="[^"]*"|"challenge":"[^"]*"/g, ''), status: browser.status };
    };
    const known = await work(KNOWN);
    const unknown = await work(UNKNOWN);
    expect(known.asked.length).toBeGreaterThan(2);
    expect(unknown).toEqual(known);
  },
);
