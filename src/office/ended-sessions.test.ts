import { afterAll, beforeAll, expect, it } from 'vitest';
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
import {
  changeRole,
  endSessionsOf,
  findAccount,
  inviteAccount,
  readAddress,
  removeAccount,
} from '../accounts/accounts.ts';
import { totpCode } from '../accounts/authenticator.ts';
import { makeInvitation, makeRecoveryLink, takeAccountLink } from '../accounts/links.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';

let office: Office;
let operator: ActorId;
beforeAll(async () => {
  office = await startOffice();
  operator = await operatorAt(office.app.database, 'Nadia O.');
  await firstAdministrator(office, 'amina@justice.example');
});
afterAll(() => office.stop());

const how = () => ({ database: office.app.database, keys: office.app.keys, by: operator });

let invited = 0;
interface Person extends Somebody {
  readonly email: string;
  readonly actor: ActorId;
}

async function newPerson(): Promise<Person> {
  invited += 1;
  const email = `person${invited}@justice.example`;
  await inviteAccount(how(), { email, role: 'administrator' }, async () => {});
  const account = await findAccount(office.app.database, office.app.keys, readAddress(email));
  const actor = account?.actor_id ?? SYSTEM;
  const link = `/office/en/begin/${await makeInvitation(office.app.database, actor)}`;
  return { ...(await comesIn(office, link, { name: `Person ${invited}` })), email, actor };
}

/** Another browser in which the same person signs in. */
async function signsInElsewhere({ email, codes }: Person): Promise<OfficeBrowser> {
  const browser = await office.browser().get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email, to: '' });
  const code = (await codeOfLastAsked(office)) ?? '';
  return browser.post('/office/en/sign-in/code', { code, second: codes[0] ?? '', to: '' });
}

/** Whoever wrote its cookies down. */
function copyOf({ cookies }: OfficeBrowser): OfficeBrowser {
  const copy = new OfficeBrowser(() => office.url);
  for (const [name, value] of cookies) copy.cookies.set(name, value);
  return copy;
}

const aged = (began: string, used: string) => (person: Person) =>
  office.sql(`UPDATE sessions SET began_at = now() - interval '${began}', last_used_at = now() - interval '${used}'
    WHERE actor_id = '${person.actor}'`);

/** By each way in which a session ends, what ends it. */
const endings: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  'its person signed out': ({ browser }) => browser.post('/office/en/sign-out', {}),
  'its person ended it elsewhere': async (person) => {
    const elsewhere = await signsInElsewhere(person);
    await elsewhere.get('/office/en/account');
    await elsewhere.post('/office/en/account/end-sessions', {});
  },
  'its person set up another app, under a new session': async ({ browser }) => {
    await browser.get('/office/en/set-up');
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(browser.page)?.[1] ?? '';
    await browser.post('/office/en/set-up', { secret, code: totpCode(secret) });
  },
  'an administrator ended it': ({ email }) => endSessionsOf(how(), email),
  'the account was removed': ({ email }) => removeAccount(how(), email),
  'the account was recovered': async ({ actor }) => {
    const token = await makeRecoveryLink(office.app.database, actor);
    const browser = { token: 'elsewhere', words: 'firefox linux' };
    await takeAccountLink(how(), token, { name: '', email: '', lang: 'en' }, browser);
  },
  'it began more than seven days ago': aged('169 hours', '1 minute'),
  'it was not used for twelve hours': aged('13 hours', '12 hours 1 second'),
};

it.each(Object.entries(endings))(
  'a session is of no use after %s, at no address, and changes nothing',
  async (_, ends) => {
    const person = await newPerson();
    await person.browser.get('/office/en/account');
    const [token, held] = [person.browser.token(), copyOf(person.browser)];
    expect((await copyOf(held).get('/office/en/account')).at).toBe('/office/en/account');
    await ends(person);
    const entries = async () => (await office.sql('SELECT count(*) FROM audit_entries')).rows;
    const before = await entries();
    for (const route of officeRoutes.filter(({ who }) => who !== 'anybody')) {
      const { method, path } = route;
      const to = path.replace(':lang', 'en').replace(':id', person.actor).replace(/:\w+/g, 'none');
      const copy = copyOf(held);
      // What is long is not even read, and no file.
      const isLong = route.method === 'POST' && (route.bytes !== undefined || route.form.file !== undefined);
      const asked = method === 'GET' ? await copy.get(to) : await copy.post(to, {}, token);
      if (method === 'GET' || isLong) expect(asked.at, to).toMatch(/^\/office\/en\/sign-in(?:\?|$)/);
      else expect(asked.status, to).toBe(403);
    }
    expect(await entries()).toEqual(before);
  },
);

const proseForms = officeRoutes.flatMap((route) => {
  if (route.method !== 'POST' || route.who === 'anybody' || route.bytes !== undefined) return [];
  const name = Object.keys(route.form.fields).find((one) => route.form.fields[one]?.prose);
  return name === undefined ? [] : [{ path: route.path, name: name.replace('*', 'name') }];
});

it('what was written when a session had ended is given back, whatever the form, and nothing else is', async () => {
  expect(proseForms.length).toBeGreaterThan(3);
  const { browser } = await newPerson();
  await browser.get('/office/en/account');
  const token = browser.token();
  const held = copyOf(browser);
  await browser.post('/office/en/sign-out', {});
  for (const { path, name } of proseForms) {
    const to = path.replace(':lang', 'en').replace(/:\w+/g, 'none');
    const asked = await copyOf(held).post(to, { [name]: 'Long <b>work</b>', code: '12345678' }, token);
    expect(asked.status, to).toBe(403);
    expect(asked.page, to).toContain('Long &lt;b>work&lt;/b>');
    expect(asked.page, to).not.toContain('12345678');
  }
});

it('a role that was taken away is none from the next request on', async () => {
  const person = await newPerson();
  expect((await person.browser.get('/office/en/staff')).status).toBe(200);
  await changeRole(how(), person.email, 'reader');
  expect((await person.browser.get('/office/en/staff')).status).toBe(403);
});

it('a code of an app works once, wherever it is typed', async () => {
  const person = await newPerson();
  const code = totpCode(person.secret);
  await person.browser.get('/office/en/prove');
  await person.browser.post('/office/en/prove', { second: code, to: '' });
  expect(person.browser.at).toBe('/office/en');
  await person.browser.get('/office/en/prove');
  await person.browser.post('/office/en/prove', { second: code, to: '' });
  expect(person.browser.status).toBe(422);
  const browser = await office.browser().get('/office/en/sign-in');
  await browser.post('/office/en/sign-in', { email: person.email, to: '' });
  const mailed = (await codeOfLastAsked(office)) ?? '';
  await browser.post('/office/en/sign-in/code', { code: mailed, second: code, to: '' });
  expect([browser.status, browser.cookies.has('office')]).toEqual([422, false]);
});
