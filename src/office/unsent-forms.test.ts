import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputsOf } from '../../test/support/inputs.ts';
import {
  firstAdministrator,
  type Office,
  officeRoutes,
  type Somebody,
  startOffice,
} from '../../test/support/office.ts';
import type { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type SignedIn, signedInAs } from '../../test/support/staff.ts';
import { removeAccount } from '../accounts/accounts.ts';
import { ownDataFile } from '../accounts/own-data.ts';
import { endSignIns } from '../accounts/restored-queries.ts';
import { beginSession } from '../accounts/sessions.ts';
import { forgetUnsentForms, unsentFormsOf } from '../accounts/unsent-forms.ts';
import { SYSTEM } from '../actors/actors.ts';
import type { OfficeForm } from './office-route.ts';

let office: Office;
let amina: Somebody;
beforeAll(async () => {
  office = await startOffice();
  amina = await firstAdministrator(office, 'amina@justice.example');
});
afterAll(() => office.stop());

let count = 0;
interface Person extends SignedIn {
  readonly browser: OfficeBrowser;
  readonly email: string;
}

async function somebody(): Promise<Person> {
  count += 1;
  const letter = String.fromCharCode(96 + count);
  const signedIn = await signedInAs(office.app, `Somebody ${letter}`, 'administrator');
  const browser = office.browser();
  browser.cookies.set('office', signedIn.token);
  await browser.get('/office/en/staff');
  return { ...signedIn, browser, email: `somebody-${letter}@justice.example` };
}

/** In the same browser as before. */
async function signsInAgain({ browser, actor }: Pick<Person, 'browser' | 'actor'>): Promise<OfficeBrowser> {
  const here = { token: browser.cookies.get('office-browser') ?? '', words: 'firefox linux' };
  const begun = await office.app.database.transaction().execute((trx) => beginSession(trx, actor, 'signed-in', here));
  browser.cookies.set('office', begun.token);
  return browser;
}

const ends = ({ actor }: SignedIn) => office.sql(`DELETE FROM sessions WHERE actor_id = '${actor}'`);
const unsentOf = ({ actor }: SignedIn) => unsentFormsOf(office.app, actor);
const invitation = { email: 'new@staff.example', role: 'translator', languages: 'es', lang: 'fr' };

async function sentTooLate(person: Person): Promise<string> {
  await ends(person);
  await person.browser.post('/office/en/staff', invitation);
  expect(person.browser.status).toBe(403);
  expect(person.browser.page).toContain('your session had ended');
  return /\/office\/en\/sign-in\?to=%2Funsent%2F([\w-]{36})"/.exec(person.browser.page)?.[1] ?? '';
}

it('what was sent too late is not done; signing in leads back to the form, filled, and sending it does it once', async () => {
  const person = await somebody();
  const id = await sentTooLate(person);
  const staff = async () => Number((await office.sql('SELECT count(*) FROM accounts')).rows[0].count);
  const before = await staff();
  const browser = await signsInAgain(person);
  await browser.get(`/office/en/sign-in?to=${encodeURIComponent(`/unsent/${id}`)}`);
  expect([browser.at, browser.status]).toEqual([`/office/en/unsent/${id}`, 200]);
  expect(browser.page).toContain('It was not done');
  const form = /<form[^>]*action="\/office\/en\/staff"[\s\S]*?<\/form>/.exec(browser.page)?.[0] ?? '';
  expect(form).toMatch(/name="email"[^>]*value="new@staff.example"|value="new@staff.example"[^>]*name="email"/);
  expect(form).toMatch(/<option[^>]*value="translator"[^>]* selected/);
  expect(form.match(/ selected/g)?.length, 'what was chosen before is no longer').toBe(form.match(/<select/g)?.length);
  expect(form).toMatch(/value="es"[^>]* checked|checked[^>]*value="es"/);
  expect(await staff()).toBe(before);
  await browser.get('/office/en');
  expect(browser.page).toContain(`/office/en/unsent/${id}"`);
  await browser.get(`/office/en/unsent/${id}`);
  await browser.post('/office/en/staff', { ...invitation, unsent: id });
  expect(await staff()).toBe(before + 1);
  expect(await unsentOf(person)).toEqual([]);
  expect((await browser.get(`/office/en/unsent/${id}`)).status).toBe(404);
});

it('two that were sent to one address are both there, and the act that was meant is chosen again', async () => {
  const person = await somebody();
  const token = person.browser.token();
  await ends(person);
  for (const email of ['one@staff.example', 'two@staff.example'])
    await person.browser.post('/office/en/staff', { ...invitation, email, step: 'go' }, token);
  const kept = await unsentOf(person);
  expect(kept.map(({ fields }) => fields.get('email'))).toEqual(['two@staff.example', 'one@staff.example']);
  expect(kept.map(({ fields }) => fields.has('step'))).toEqual([false, false]);
});

it('what comes back wrong stays until it is done; what was only chosen is sent from its own page alone', async () => {
  const person = await somebody();
  const id = await sentTooLate(person);
  const browser = await signsInAgain(person);
  await browser.get(`/office/en/unsent/${id}`);
  await browser.post('/office/en/staff', { ...invitation, email: 'no address', unsent: id });
  expect([browser.status, (await unsentOf(person)).length]).toEqual([422, 1]);
  const token = browser.token();
  await ends(person);
  await browser.post('/office/en/staff', { role: 'moderator' }, token);
  await browser.post('/office/en/staff/00000000-0000-7000-8000-000000000000/role', { role: 'moderator' }, token);
  const [onNoPage, chosen] = await unsentOf(person);
  await signsInAgain(person);
  await browser.get(`/office/en/unsent/${chosen?.id}`);
  expect(browser.page).toMatch(/<option[^>]*value="moderator"[^>]* selected/);
  await browser.get(`/office/en/unsent/${onNoPage?.id}`);
  expect([browser.status, browser.page.includes('Send it again')]).toEqual([200, false]);
});

it('whoever signs in there as somebody else gets nothing of it, and sends nothing of it away', async () => {
  const person = await somebody();
  const id = await sentTooLate(person);
  const other = await somebody();
  const browser = await signsInAgain({ browser: person.browser, actor: other.actor });
  await browser.get(`/office/en/unsent/${id}`);
  expect([browser.status, browser.page.includes('new@staff.example')]).toEqual([404, false]);
  await browser.get('/office/en');
  expect(browser.page).not.toContain(id);
  await browser.post(`/office/en/unsent/${id}/away`, {});
  await browser.post('/office/en/staff', { email: 'no address', role: 'reader', lang: 'en', unsent: id });
  expect(await unsentOf(person)).toHaveLength(1);
  await signsInAgain(person);
  await person.browser.get(`/office/en/unsent/${id}`);
  await person.browser.post(`/office/en/unsent/${id}/away`, {});
  expect(person.browser.at).toBe('/office/en');
  expect(await unsentOf(person)).toEqual([]);
});

it('who signed out in that browser, or signed in again, is known by the form; another browser and a made up token are not', async () => {
  const person = await somebody();
  const token = person.browser.token();
  await person.browser.post('/office/en/sign-out', {});
  await person.browser.post('/office/en/staff', invitation, token);
  expect(person.browser.page).toContain('your session had ended');
  await signsInAgain(person);
  await person.browser.post('/office/en/staff', invitation, token);
  expect(person.browser.page).toMatch(/href="\/office\/en\/unsent\/[\w-]{36}"/);
  expect(await unsentOf(person)).toHaveLength(1);
  const [proof, actor, stamp] = token.split('.');
  const other = await somebody();
  const elsewhere = await office.browser().get('/office/en/sign-in');
  for (const [browser, given] of [
    [elsewhere, token],
    [person.browser, `${proof}.${other.actor}.${stamp}`],
    [person.browser, `${proof}.${actor}.`],
    [person.browser, `${'a'.repeat(43)}.${actor}.${stamp}`],
  ] as const) {
    await browser.post('/office/en/staff', invitation, given);
    expect([browser.status, browser.page.includes('was not made for you')]).toEqual([403, true]);
  }
  expect([await unsentOf(other), (await unsentOf(person)).length]).toEqual([[], 1]);
});

it('what is sent before a factor was shown afresh is filled again after it', async () => {
  const { browser } = amina;
  await browser.get('/office/en/staff');
  await office.sql(
    `UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`,
  );
  await browser.post('/office/en/staff', invitation);
  expect(browser.at).toMatch(/^\/office\/en\/prove\?to=%2Funsent%2F/);
  await office.sql('UPDATE sessions SET proved_at = now()');
  await browser.get(decodeURIComponent(browser.at.split('to=')[1] ?? '').replace('/unsent', '/office/en/unsent'));
  expect(browser.page).toContain('new@staff.example');
});

const unsent = officeRoutes.filter((one): one is OfficeForm => one.method === 'POST' && one.who !== 'anybody');
const SECRETS = ['code', 'second', 'secret', 'answer', 'form-token'];

it('no code, and nothing that proves who somebody is, is kept of any form', () => {
  const lettingIn = officeRoutes.flatMap((one) =>
    one.method === 'POST' ? Object.entries(one.form.fields).flatMap(([name, { secret }]) => (secret ? name : [])) : [],
  );
  expect([...new Set(lettingIn)].sort()).toEqual([...SECRETS].sort());
  for (const { path, form } of unsent)
    for (const name of SECRETS) if (form.fields[name]) expect(form.fields[name]?.secret, `${path} ${name}`).toBe(true);
});

it('of every form that something is typed into, that is kept, sealed, and shown again', async () => {
  const person = await somebody();
  const forms = unsent.filter(
    ({ bytes, form: { fields } }) => !bytes && Object.values(fields).some(({ label, secret }) => label && !secret),
  );
  expect(forms.length).toBeGreaterThan(8);
  for (const { path, form } of forms) {
    const name = Object.keys(form.fields).find((one) => form.fields[one]?.label && !form.fields[one]?.secret) ?? '';
    const to = path.replace(':lang', 'en').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    const token = person.browser.token() || (await person.browser.get('/office/en/account')).token();
    await ends(person);
    await person.browser.post(to, { [name.replace('*', 'name')]: 'Typed "here" <b>', code: '12345678' }, token);
    const link = /to=%2Funsent%2F([\w-]{36})"/.exec(person.browser.page)?.[1];
    expect(link, path).toBeDefined();
    await signsInAgain(person);
    await person.browser.get(`/office/en/unsent/${link}`);
    expect(person.browser.status, path).toBe(200);
    expect(Object.values(inputsOf(person.browser)).includes('Typed "here" <b>'), path).toBe(true);
    expect(person.browser.page, path).not.toContain('12345678');
  }
  const rows = await office.sql(`SELECT fields_sealed FROM unsent_forms WHERE actor_id = '${person.actor}'`);
  expect(rows.rows).toHaveLength(5);
  expect(String(rows.rows[0].fields_sealed)).not.toContain('Typed');
});

it('it is theirs to take along, and goes after a day, with the account and by a restore', async () => {
  const [person, leaving] = [await somebody(), await somebody()];
  const id = await sentTooLate(person);
  await sentTooLate(leaving);
  expect(await ownDataFile(office.app, person.actor)).toContain('new@staff.example');
  await removeAccount({ ...office.app, by: SYSTEM }, leaving.email);
  expect(await unsentOf(leaving)).toEqual([]);
  await leaving.browser.post('/office/en/staff', invitation, 'none');
  await office.sql(`UPDATE unsent_forms SET sent_at = now() - interval '25 hours' WHERE id = '${id}'`);
  expect(await unsentOf(person)).toEqual([]);
  expect(await forgetUnsentForms(office.app.database, new Date())).toBe(1);
  await signsInAgain(person);
  await person.browser.get('/office/en/staff');
  await sentTooLate(person);
  const client = await office.app.pool.connect();
  await endSignIns(client as never, new Date().toISOString());
  client.release();
  expect((await office.sql('SELECT 1 FROM unsent_forms')).rows).toEqual([]);
});
