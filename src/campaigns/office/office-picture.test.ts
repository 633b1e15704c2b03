import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { asFile, plain } from '../../../test/support/pictures.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { until } from '../../../test/support/until.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { addPicture, replacePicture } from '../../media/store-picture.ts';

const CAMPAIGN = `/office/en/campaigns/${FIRST}`;
const AT = `${CAMPAIGN}/picture`;
const one = (id: string) => `/office/en/pictures/one/${id}`;
let site: Site;
const as = () => new OfficeBrowser(() => site.url);
const [lina, edith, rita] = [as(), as(), as()];
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const page = async (lang = 'en') => (await fetch(`${site.url}/${lang}/campaigns/${FIRST}`)).text();
const uses = () => query('SELECT picture_id FROM picture_uses');
const storing = () => ({ ...site.running.app, by: SYSTEM });

async function added(number: number): Promise<string> {
  const stored = await addPicture(
    storing(),
    await asFile(await plain(900, 600, number).jpeg().toBuffer()),
    `N ${number}`,
  );
  if (!('id' in stored)) throw new Error(stored.is);
  return stored.id;
}

async function describes(id: string, of: string, words: Record<string, string>) {
  const at = `${one(id)}/words/${of}`;
  return edith.post(at, { ...inputsOf(await edith.get(at)), ...words });
}

const choose = async (browser: OfficeBrowser, picture: string, was?: string) => {
  const typed = inputsOf(await browser.get(AT));
  return browser.post(AT, { ...typed, picture, ...(was === undefined ? {} : { was }) });
};

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name, role] of [
    [lina, 'Lina H.', 'campaigner'],
    [edith, 'Edith K.', 'editor'],
    [rita, 'Rita S.', 'reader'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
});
afterAll(() => site.stop());

it('a campaign is shown with a picture where that is described and shown, whole and without moving anything', async () => {
  const id = await added(1);
  await choose(lina, id);
  expect([lina.at, lina.page.includes('Readers don’t see it yet')]).toEqual([CAMPAIGN, true]);
  expect(await page()).not.toContain('<picture');
  await describes(id, 'en', { alternative: 'Pieces of a mosaic', caption: 'Laid in 2016' });
  await edith.post(one(id), {
    ...inputsOf(await edith.get(one(id))),
    credit: 'Photo: Somebody',
    licence: 'cc-by',
    focus: 'top',
  });
  await edith.post(`${one(id)}/show`, {});
  await until('readers see it', async () => (await page()).includes('<picture'));
  const shown = await page();
  const figure = /<figure class="shot">.*?<\/figure>/s.exec(shown)?.[0] ?? '';
  expect(figure).toMatch(
    /<img class="at-top" src="\/media\/[0-9a-f]{64}\.jpg" alt="Pieces of a mosaic" width="640" height="427" loading="lazy"/,
  );
  expect(figure).toMatch(/srcset="\/media\/[0-9a-f]{64}\.webp 320w,\S+ 640w,\S+ 900w" sizes="/i);
  expect(figure).toContain('<span>Laid in 2016</span><span>Photo: Somebody · Creative Commons BY</span>');
  for (const [, file] of figure.matchAll(/(\/media\/[0-9a-f]{64}\.\w+)/g))
    expect((await fetch(`${site.url}${file}`)).status).toBe(200);
  expect(await page('fr')).not.toContain('<picture');
  expect((await lina.get(CAMPAIGN)).page).toContain('Readers see it in: English');
  const [entry] = await query(`SELECT before, after FROM audit_entries WHERE operation = 'campaigns.set-picture'`);
  expect(entry).toEqual({ before: { picture: null }, after: { picture: id } });
});

it('a picture that is used says where, is not deleted, and is replaced everywhere at once', async () => {
  const [{ picture_id: id }] = await uses();
  expect((await edith.get(one(id))).page).toContain(`<a href="${CAMPAIGN}">${FIRST}</a>`);
  const asked = await edith.get(`${one(id)}/remove`);
  expect([
    asked.page.includes('It can’t be deleted while it is used'),
    asked.page.includes('<button class="go o destroy"'),
  ]).toEqual([true, false]);
  await edith.post(`${one(id)}/remove`, {});
  expect([edith.status, (await uses()).length]).toEqual([409, 1]);
  await expect(query(`DELETE FROM pictures WHERE id = '${id}'`)).rejects.toThrow('picture_uses_picture_id');
  const [before] = /\/media\/[0-9a-f]{64}\.jpg/.exec(await page()) ?? [''];
  const [{ was }] =
    await query(`SELECT encode(s.hash, 'hex') AS was FROM picture_sizes s JOIN media_files f USING (hash)
    WHERE picture_id = '${id}' AND type = 'image/webp' ORDER BY s.width DESC LIMIT 1`);
  await replacePicture(storing(), await asFile(await plain(900, 600, 2).jpeg().toBuffer()), id, was);
  await until(
    'readers see the other',
    async () => !(await page()).includes(before) && (await page()).includes('<picture'),
  );
  expect((await fetch(`${site.url}${before}`)).status).toBe(404);
});

it('two who choose at once are told, and what is no picture is none', async () => {
  const [[{ picture_id: id }], other] = [await uses(), await added(3)];
  await choose(lina, other, other);
  expect([lina.status, lina.page.includes('Somebody chose another picture meanwhile')]).toEqual([409, true]);
  for (const wrong of ['nonsense', '00000000-0000-7000-8000-000000000999']) {
    await choose(lina, wrong);
    expect([lina.status, lina.page.includes('not there any more')]).toEqual([422, true]);
  }
  expect(await uses()).toEqual([{ picture_id: id }]);
});

it('is chosen by those who change campaigns alone, found by name, and taken away again', async () => {
  const [{ picture_id: id }] = await uses();
  for (const browser of [edith, rita]) {
    await browser.get('/office/en');
    await browser.post(AT, { picture: '', was: id });
    expect([browser.status, (await uses()).length]).toEqual([403, 1]);
  }
  expect((await lina.get(`${AT}?q=N%203`)).page).toContain('<bdi>N 3</bdi>');
  expect((await lina.get(`${AT}?q=nothing`)).page).toContain('No other picture is called like that.');
  await choose(lina, '');
  expect([lina.status, await uses()]).toEqual([200, []]);
  await until('readers see none', async () => !(await page()).includes('<picture'));
  await edith.get(`${one(id)}/remove`);
  await edith.post(`${one(id)}/remove`, {});
  expect(edith.at).toBe('/office/en/pictures');
});
