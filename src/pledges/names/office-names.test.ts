import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judgedOpen, offerName } from '../../../test/support/offer-name.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { until } from '../../../test/support/until.ts';
import { mayEver, roles } from '../../accounts/roles.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { showNames } from './decide-names.ts';

const LIST = '/office/en/names';
const DECIDED = `${LIST}/decided`;
const PUBLIC = '/en/campaigns/united-by-common-bonds/names';
let site: Site;
const browsers = new Map<string, OfficeBrowser>();
beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const role of roles) {
    const browser = new OfficeBrowser(() => site.url);
    browser.cookies.set('office', await tokenOf(role));
    browsers.set(role, browser);
  }
  for (const state of ['KEN', 'FRA']) await judgedOpen(site.running.app, state);
});
const tokenOf = async (role: (typeof roles)[number]) =>
  (await signedInAs(site.running.app, `One ${role}`, role, role === 'translator' ? ['fr'] : [])).token;
afterAll(() => site.stop());
beforeEach(() => query('DELETE FROM consents'));

const query = async (sql: string, values: unknown[] = []) => (await site.fresh.pool.query(sql, values)).rows;
const stateOf = async (id: string) =>
  (await query('SELECT state FROM offered_names WHERE consent_id = $1', [id]))[0]?.state;
const offered = (name = 'Amina K.', how: Parameters<typeof offerName>[2] = {}) =>
  offerName(site.running.app, name, how);
const shown = async (name: string) => {
  const id = await offered(name);
  await showNames(site.running.app, [id], SYSTEM);
  return id;
};
const as = (role: string) => browsers.get(role) ?? new OfficeBrowser(() => site.url);
const opens = async (role: string, at = LIST) => {
  await as(role).get(at);
  return as(role);
};
const textOf = ({ page }: OfficeBrowser) =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', '’');
const idsOn = ({ page }: OfficeBrowser) => [...page.matchAll(/<a id="row-([\w-]+)"/g)].map(([, id]) => id);
const public_ = async () => (await fetch(site.url + PUBLIC)).text();

async function does(role: string, deed: string, ids: readonly string[], more: readonly [string, string][] = []) {
  const at = deed === 'undo' ? DECIDED : LIST;
  const browser = await opens(role, `${at}/several/${deed}?${ids.map((id) => `item=${id}`).join('&')}`);
  const to = at.replace('/office/en', '');
  await browser.postAll(`${at}/several/${deed}`, [...ids.map((id) => ['item', id] as const), ['to', to], ...more]);
  return browser;
}

describe('names for showing', () => {
  it('wait in a list, the longest first, each isolated from the words around it', async () => {
    const ids = [await offered('Amina K.'), await offered('شريف', { lang: 'ar', country: 'FRA' })];
    const list = await opens('moderator');
    expect(idsOn(list)).toEqual(ids);
    expect(list.page).toContain('<bdi dir="auto">شريف</bdi>');
    expect(textOf(list)).toMatch(/Amina K\. State Kenya Language English .*شريف State France Language Arabic/);
    expect(list.page).not.toContain('@mail.example');
  });

  it.each([
    ['lang=ar', [1]],
    ['country=KEN', [0]],
    ['country=FRA&lang=ar', [1]],
    ['country=FRA&lang=en', []],
    ['country=ITA', []],
    ['q=ID', [0]],
    ['q=ID&lang=ar', []],
    ['q=somebody', []],
    ['sort=-since', [1, 0]],
  ])('are found by %s', async (asked, which) => {
    const ids = [await offered('Amina K.'), await offered('شريف', { lang: 'ar', country: 'FRA' })];
    const list = await opens('moderator', `${LIST}?${asked.replace('ID', ids[0] ?? '')}`);
    expect([list.status, idsOn(list)]).toEqual([200, which.map((at) => ids[at])]);
  });

  it.each(['lang=de', 'country=ke', 'sort=name'])('are not asked for by %s', async (asked) => {
    expect((await opens('moderator', `${LIST}?${asked}`)).status).toBe(422);
  });

  it('leave by no file', async () => {
    const id = await offered('Wanjiru Secretive');
    const file = await opens('moderator', `${LIST}?as=csv`);
    expect(parse(file.page, { columns: true, bom: true })).toMatchObject([{ id, state: 'KEN', language: 'en' }]);
    expect(file.page).not.toContain('Secretive');
  });

  it('are approved several at once, their number first, and stand before readers', async () => {
    const ids = [await offered('Amina K.'), await offered('Bilal O.')];
    expect(await public_()).toContain('No name is shown yet');
    const asks = await opens('editor', `${LIST}/several/show?item=${ids[0]}&item=${ids[1]}`);
    expect(textOf(asks)).toContain('Show 2 names to readers');
    const done = await does('editor', 'show', ids);
    expect(textOf(done)).toContain('2 names are shown now.');
    for (const name of ['Amina K.', 'Bilal O.'])
      await until(`${name} before readers`, async () => (await public_()).includes(`<bdi dir="auto">${name}</bdi>`));
    expect(await (await fetch(`${site.url}${PUBLIC.replace('/names', '')}`)).text()).toContain(`href="${PUBLIC}"`);
  });

  it('are refused for a kind of reason, and not without', async () => {
    const id = await offered('Buy now');
    const asked = await does('moderator', 'refuse', [id]);
    expect([asked.status, asked.page.includes('href="#because"'), await stateOf(id)]).toEqual([422, true, 'offered']);
    expect((await does('moderator', 'refuse', [id], [['because', 'mood']])).status).toBe(422);
    const done = await does('moderator', 'refuse', [id], [['because', 'advertises']]);
    expect([textOf(done).includes('One name was refused.'), await stateOf(id)]).toEqual([true, 'refused']);
    const page = await opens('moderator', `${LIST}/${id}`);
    expect(textOf(page)).toMatch(/Not shown .*It advertises something.*Name refused for showing One moderator/);
  });

  it('are decided by one of two at once', async () => {
    const id = await offered();
    await Promise.all([does('moderator', 'show', [id]), does('administrator', 'refuse', [id], [['because', 'other']])]);
    const late = [as('moderator'), as('administrator')].filter((one) => textOf(one).includes('left as it is'));
    expect(late).toHaveLength(1);
    expect(await query('SELECT FROM audit_entries WHERE item = $1', [id])).toHaveLength(1);
  });

  it('that were decided are taken back, and are gone from readers’ pages at once', async () => {
    const id = await shown('Amina K.');
    expect(await public_()).toContain('Amina K.');
    const list = await opens('moderator', `${DECIDED}?decision=shown`);
    expect([idsOn(list), textOf(list).includes('Shown')]).toEqual([[id], true]);
    const done = await does('moderator', 'undo', [id]);
    expect([textOf(done).includes('One name waits for a look again.'), await stateOf(id)]).toEqual([true, 'offered']);
    expect(await public_()).not.toContain('Amina K.');
    expect(idsOn(await opens('moderator', DECIDED))).toEqual([]);
  });

  it('that nobody can be shown say so', async () => {
    const id = await offered('A'.repeat(90));
    expect(textOf(await opens('moderator', `${LIST}/${id}`))).toContain('approved, it would still be shown to nobody');
    await query(`UPDATE offered_names SET state = 'kept-back' WHERE consent_id = $1`, [id]);
    const kept = await opens('moderator', `${LIST}/${id}`);
    expect([textOf(kept).includes('The risk of this state is not'), kept.page.includes('several/show')]).toEqual([
      true,
      false,
    ]);
  });

  it.each(['no-number', crypto.randomUUID()])('are not at %s', async (id) => {
    expect((await opens('moderator', `${LIST}/${id}`)).status).toBe(404);
  });

  it.each(roles)('are open to %s as the table of roles says', async (role) => {
    const id = await offered();
    const may = mayEver(role, 'names.decide');
    for (const at of [LIST, DECIDED, `${LIST}/${id}`]) expect((await opens(role, at)).status).toBe(may ? 200 : 403);
    await opens(role, '/office/en');
    await as(role).postAll(`${LIST}/several/show`, [['item', id]]);
    expect(await stateOf(id)).toBe(may ? 'shown' : 'offered');
  });
});
