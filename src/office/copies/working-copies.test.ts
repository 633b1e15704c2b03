import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaignWords } from '../../../test/support/campaign-words.ts';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { type SignedIn, signedInAs } from '../../../test/support/staff.ts';
import { changeRole, removeAccount } from '../../accounts/accounts.ts';
import { ownDataFile } from '../../accounts/own-data.ts';
import type { Role } from '../../accounts/roles.ts';
import { copiesOf, forgetCopies } from '../../accounts/working-copies.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import type { Lang } from '../../config/langs.ts';
import { rooms } from '../../rooms.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
});
afterAll(() => site.stop());

interface Person extends SignedIn {
  readonly browser: OfficeBrowser;
  readonly email: string;
  /** Another browser of theirs, with the same session. */
  another(): OfficeBrowser;
}

let count = 0;
async function somebody(role: Role = 'editor', languages: readonly Lang[] = []): Promise<Person> {
  count += 1;
  const letter = String.fromCharCode(96 + count);
  const signedIn = await signedInAs(site.running.app, `Writer ${letter}`, role, languages);
  const another = () => {
    const browser = new OfficeBrowser(() => site.url);
    browser.cookies.set('office', signedIn.token);
    return browser;
  };
  return { ...signedIn, another, browser: another(), email: `writer-${letter}@justice.example` };
}

const app = () => site.running.app;
const query = (text: string) => app().pool.query(text);
const words = (lang: Lang = 'en') => campaignWords(app().database, FIRST, lang);
const pageOf = async (lang: Lang = 'en') =>
  `/office/en/campaigns/${FIRST}/words/${(await words(lang)).item.id}/${lang}`;
const copies = ({ actor }: SignedIn) => copiesOf(app(), actor);
/** As if nothing had been kept for ten seconds. */
const waits = () => query(`UPDATE working_copies SET typed_at = typed_at - interval '10 seconds'`);

interface Reply {
  readonly mark?: string;
  readonly said?: string;
  readonly why?: string;
}

/** What the script of a page sends, and what it is answered. */
async function types(browser: OfficeBrowser, typed: Readonly<Record<string, string>>, mark = '', to?: string) {
  if (!browser.page.includes('<working-copy')) await browser.get(await pageOf());
  const version = /data-version="([0-9a-f]{16})"/.exec(browser.page)?.[1] ?? '';
  const fields = { ...inputsOf(browser), 'form-token': browser.token(), ...typed };
  const body = { to: to ?? (await pageOf()), version, fields: JSON.stringify(Object.entries(fields)) };
  const shown = { page: browser.page, token: browser.token() };
  await browser.post('/office/en/keep', { ...body, 'working-copy': mark }, shown.token);
  const { status, page } = browser;
  browser.page = shown.page;
  return { status, ...((page.startsWith('{') ? JSON.parse(page) : {}) as Reply) };
}

it('what is typed is kept, sealed, and offered in another browser: gone on with there and saved, it is no more', async () => {
  const person = await somebody();
  const copied = await types(person.browser, { 'say-tagline': 'Typed “here”\n<b>' });
  expect([copied.status, copied.said]).toEqual([200, expect.stringMatching(/^Kept at \d\d:\d\d/)]);
  const [row] = (await query(`SELECT fields_sealed FROM working_copies WHERE actor_id = '${person.actor}'`)).rows;
  expect(String(row.fields_sealed)).not.toContain('Typed');
  const elsewhere = await person.another().get(await pageOf());
  expect(elsewhere.page).toContain('You have a working copy of this form from');
  expect(elsewhere.page).not.toContain('Typed “here”');
  const goOn = /href="(\/office\/en\/copies\/[\w-]{36})"/.exec(elsewhere.page)?.[1] ?? '';
  await elsewhere.get(goOn);
  expect([elsewhere.status, elsewhere.page.includes('Nothing of it is saved yet')]).toEqual([200, true]);
  expect(elsewhere.page).not.toContain('This was changed after you began');
  const fields = inputsOf(elsewhere);
  expect(fields).toMatchObject({ 'say-tagline': 'Typed “here”\n<b>', 'working-copy': copied.mark });
  await elsewhere.post(await pageOf(), { ...fields, 'say-tagline': 'Typed and saved.', show: 'yes' });
  expect([elsewhere.page.includes('is saved'), (await words()).text.tagline]).toEqual([true, 'Typed and saved.']);
  expect(await copies(person)).toEqual([]);
  expect((await elsewhere.get(goOn)).status).toBe(404);
});

it('it is thrown away by a form, and nobody else opens or throws it away', async () => {
  const [person, other] = [await somebody(), await somebody('administrator')];
  await types(person.browser, { 'say-tagline': 'Mine' });
  const [copy] = await copies(person);
  const path = `/office/en/copies/${copy?.id}`;
  expect((await other.browser.get(path)).status).toBe(404);
  await other.browser.get(await pageOf());
  expect(other.browser.page).not.toContain('You have a working copy');
  await other.browser.post(`${path}/away`, {});
  expect(await copies(person)).toHaveLength(1);
  await person.browser.get(await pageOf());
  await person.browser.post(`${path}/away`, {});
  expect([person.browser.at, await copies(person)]).toEqual([await pageOf(), []]);
});

it('what was changed meanwhile is said, and saving it puts both beside each other', async () => {
  const [person, other] = [await somebody(), await somebody()];
  await types(person.browser, { 'say-tagline': 'By the first' });
  await other.browser.get(await pageOf());
  await other.browser.post(await pageOf(), { ...inputsOf(other.browser), 'say-tagline': 'By the second' });
  await person.browser.get(await pageOf());
  expect(person.browser.page).toContain('This was changed after you began');
  const [copy] = await copies(person);
  await person.browser.get(`/office/en/copies/${copy?.id}`);
  expect(person.browser.page).toContain('This was changed after you began');
  await person.browser.post(await pageOf(), inputsOf(person.browser));
  expect([person.browser.status, person.browser.page.includes('<mark>second</mark>')]).toEqual([409, true]);
  expect(inputsOf(person.browser)).toMatchObject({ 'say-tagline': 'By the first', 'working-copy': expect.any(String) });
  expect(await copies(person)).toHaveLength(1);
  await person.browser.post(await pageOf(), { ...inputsOf(person.browser), 'say-tagline': 'By both', show: 'yes' });
  expect([(await words()).text.tagline, await copies(person)]).toEqual(['By both', []]);
});

it('of two tabs the one that goes on from the last copy keeps; the other is told, and loses nothing', async () => {
  const person = await somebody();
  const [one, two] = [person.another(), person.another()];
  const first = await types(one, { 'say-tagline': 'In one' });
  const late = await types(two, { 'say-tagline': 'In two' });
  expect([late.status, late.said]).toEqual([409, expect.stringContaining('In another tab or browser')]);
  expect((await copies(person)).map(({ fields }) => fields.get('say-tagline'))).toEqual(['In one']);
  await waits();
  expect((await types(two, { 'say-tagline': 'In two' }, late.mark)).status).toBe(200);
  await waits();
  expect((await types(one, { 'say-tagline': 'In one, again' }, first.mark)).status).toBe(409);
  // Saving from the tab that fell behind leaves what the other one copied.
  const saved = { ...inputsOf(one), 'say-tagline': 'In one, saved', 'working-copy': first.mark ?? '', show: 'yes' };
  await one.post(await pageOf(), saved);
  expect((await words()).text.tagline).toBe('In one, saved');
  expect((await copies(person)).map(({ fields }) => fields.get('say-tagline'))).toEqual(['In two']);
});

it('two at once begin one, six a minute are kept, and what went on from a copy that is gone says so', async () => {
  const person = await somebody();
  const tabs = [person.another(), person.another(), person.another()];
  for (const tab of tabs) await tab.get(await pageOf());
  const replies = await Promise.all(tabs.map((tab, at) => types(tab, { 'say-tagline': `Tab ${at}` })));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { mark } = replies.find(({ status }) => status === 200) ?? {};
  expect(await types(tabs[0] as OfficeBrowser, { 'say-tagline': 'Too soon' }, mark)).toMatchObject({ status: 429 });
  await query(`DELETE FROM working_copies WHERE actor_id = '${person.actor}'`);
  const gone = await types(tabs[0] as OfficeBrowser, { 'say-tagline': 'Late' }, mark);
  expect([gone, await copies(person)]).toEqual([{ status: 409, why: 'gone' }, []]);
});

it('nothing is kept of forms that are not, of what somebody may not change, or of what no form of ours holds', async () => {
  const [person, reader, french] = [await somebody(), await somebody('reader'), await somebody('translator', ['fr'])];
  for (const to of ['/office/en/account/address', '/office/en/nowhere', 'https://elsewhere.example/', '/office/en/%zz'])
    expect([to, (await types(person.browser, {}, '', to)).status]).toEqual([to, 404]);
  await reader.browser.get('/office/en/account');
  const asked = { to: await pageOf(), version: '0'.repeat(16), fields: '[["say-tagline","x"]]' };
  await reader.browser.post('/office/en/keep', asked);
  expect(reader.browser.status).toBe(404);
  await french.browser.get('/office/en/account');
  await french.browser.post('/office/en/keep', asked);
  expect(french.browser.status).toBe(404);
  await french.browser.get(await pageOf('fr'));
  await french.browser.post('/office/en/keep', { ...asked, to: await pageOf('fr') });
  expect(french.browser.status).toBe(200);
  for (const fields of ['', '{}', '[["a"]]', '[[1,2]]', `[["say-tagline","${'x'.repeat(50_000)}"]]`]) {
    await person.browser.get(await pageOf());
    await person.browser.post('/office/en/keep', { ...asked, fields });
    expect([fields.slice(0, 20), person.browser.status]).toEqual([fields.slice(0, 20), 422]);
  }
  expect([await copies(person), await copies(reader)]).toEqual([[], []]);
  await types(person.browser, { step: 'go', unsent: 'x', other: 'not declared', renewed: 'yes' });
  const [copy] = await copies(person);
  expect(
    ['step', 'unsent', 'other', 'form-token', 'working-copy', 'renewed'].map((name) => copy?.fields.has(name)),
  ).toEqual([...[false, false, false, false, false, true]]);
});

it('after the session ended nothing is kept, as a copy or as something unsent', async () => {
  const person = await somebody();
  await person.browser.get('/office/en/staff');
  await person.browser.get(await pageOf());
  await query(`DELETE FROM sessions WHERE actor_id = '${person.actor}'`);
  expect((await types(person.browser, { 'say-tagline': 'Late' })).status).toBe(403);
  expect(await copies(person)).toEqual([]);
  expect((await query(`SELECT 1 FROM unsent_forms WHERE actor_id = '${person.actor}'`)).rows).toEqual([]);
});

it('whoever lost the right to change it gets back what they wrote, and a key that is gone opens nothing', async () => {
  const person = await somebody();
  await types(person.browser, { 'say-tagline': 'Words of mine' });
  const [copy] = await copies(person);
  await changeRole({ ...app(), by: await operatorAt(app().database, 'Who changes roles') }, person.email, 'reader');
  await person.browser.get(`/office/en/copies/${copy?.id}`);
  expect([person.browser.status, person.browser.page.includes('Words of mine')]).toEqual([403, true]);
  await query(`UPDATE working_copies SET fields_sealed = decode(repeat('00', 40), 'hex') WHERE id = '${copy?.id}'`);
  expect((await person.browser.get(`/office/en/copies/${copy?.id}`)).status).toBe(404);
});

it('it is theirs to take along, and goes after two weeks and with the account', async () => {
  const [person, leaving] = [await somebody(), await somebody()];
  await types(person.browser, { 'say-tagline': 'To take along' });
  await types(leaving.browser, { 'say-tagline': 'Of somebody who leaves' });
  expect(await ownDataFile(app(), person.actor)).toContain('To take along');
  await removeAccount({ ...app(), by: SYSTEM }, leaving.email);
  expect(await copies(leaving)).toEqual([]);
  await query(`UPDATE working_copies SET typed_at = now() - interval '15 days' WHERE actor_id = '${person.actor}'`);
  expect(await copies(person)).toEqual([]);
  expect(await forgetCopies(app().database, new Date())).toBe(1);
});

it('each form that is kept stands on a page of its own address', () => {
  const routes = rooms.flatMap(({ office = [] }) => office);
  const copied = routes.flatMap((one) => (one.method === 'POST' && one.copied ? [one.path] : []));
  expect(copied.length).toBeGreaterThan(8);
  for (const path of copied)
    expect(
      routes.some((one) => one.method === 'GET' && one.path === path),
      path,
    ).toBe(true);
});
