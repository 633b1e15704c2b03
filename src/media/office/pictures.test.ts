import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { asFile, plain } from '../../../test/support/pictures.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { until } from '../../../test/support/until.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { UPLOADS } from '../../http/uploaded-file.ts';
import { addPicture } from '../store-picture.ts';

const ADD = '/office/en/pictures/add';
let site: Site;
const as = (): OfficeBrowser => new OfficeBrowser(() => site.url);
const [edith, carla, tarik, rita, nobody] = [as(), as(), as(), as(), as()];
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const count = async (table: string) => (await query(`SELECT count(*)::int AS n FROM ${table}`))[0].n;
const publicly = (path: string, headers = {}) => fetch(`${site.url}${path}`, { headers });
const made = new Map<number, Buffer>();
const file = async (number: number, name = 'Court_room.jpg') => {
  const bytes = made.get(number) ?? (await plain(700, 500, number).jpeg().toBuffer());
  made.set(number, bytes);
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
};

/** Adds one, and gives its page. */
async function added(number: number): Promise<string> {
  await edith.get(ADD);
  await edith.postFile(ADD, {}, await file(number));
  expect(edith.status).toBe(200);
  return edith.at.replace(/\?.*/, '');
}
const widest = (page: string) =>
  query(`SELECT encode(s.hash, 'hex') AS hash FROM picture_sizes s JOIN media_files f ON f.hash = s.hash
    WHERE picture_id = '${page.split('/').at(-1)}' AND type = 'image/webp' ORDER BY width DESC`).then(
    ([row]) => `/media/${row.hash}.webp`,
  );
const describes = async (browser: OfficeBrowser, page: string, of: string, words: Record<string, string>) => {
  const typed = inputsOf(await browser.get(`${page}/words/${of}`));
  return browser.post(`${page}/words/${of}`, { ...typed, ...words });
};

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name, role, languages] of [
    [edith, 'Edith K.', 'editor', []],
    [carla, 'Carla M.', 'campaigner', []],
    [tarik, 'Tarik B.', 'translator', ['fr']],
    [rita, 'Rita S.', 'reader', []],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role, languages)).token);
});
afterAll(() => site.stop());

describe('a picture that is added', () => {
  it('is called as its file was, and seen by nobody but those who are signed in', async () => {
    const page = await added(1);
    expect(edith.page).toContain('Court room</h1>');
    expect(edith.page).toContain('The picture is stored.');
    const [, preview = ''] = /src="(\/office\/en\/pictures\/one\/[^"]+)"/.exec(edith.page) ?? [];
    expect((await rita.get(preview)).status).toBe(200);
    expect((await publicly(preview)).url).toContain('/sign-in');
    expect((await publicly(await widest(page))).status).toBe(404);
  });

  it('is not added twice', async () => {
    const [page, before] = [await added(2), await count('pictures')];
    await edith.get(ADD);
    await edith.postFile(ADD, {}, await file(2, 'other.jpg'));
    expect([edith.at, await count('pictures')]).toEqual([`${page}?did=here`, before]);
  });

  it.each([
    ['no JPEG, PNG, WebP or AVIF', new File(['<script>alert(1)</script>'], 'a.jpg', { type: 'image/jpeg' })],
    ['HEIC', new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_1.HEIC')],
    ['damaged or cut short', new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'a.jpg')],
    ['Choose a file', undefined],
    ['larger than', new File([new Uint8Array(26 * 1024 * 1024)], 'a.jpg')],
  ])('is told what is wrong: %s', async (words, wrong) => {
    const before = await count('pictures');
    await edith.get(ADD);
    await edith.postFile(ADD, {}, wrong);
    expect([edith.status, edith.page.includes(words), await count('pictures')]).toEqual([422, true, before]);
  });

  it('is taken of nobody without a session, the token or the role, and leaves no file', async () => {
    const before = await count('pictures');
    await nobody.get('/office/en/sign-in');
    await nobody.postFile(ADD, {}, await file(3));
    expect(nobody.at).toContain('/sign-in');
    await edith.get(ADD);
    await edith.postFile(ADD, {}, await file(3), 'forged');
    expect(edith.status).toBe(403);
    await rita.get('/office/en');
    await rita.postFile(ADD, {}, await file(3));
    expect([rita.status, await count('pictures')]).toEqual([403, before]);
    await until('nothing is left', async () => !(await readdir(tmpdir())).some((name) => name.startsWith(UPLOADS)));
  });

  it('is refused with 10 MB in a field beside it', async () => {
    const before = await count('pictures');
    await edith.get(ADD);
    await edith.postFile(ADD, { name: 'a'.repeat(10_000_000) }, await file(5));
    expect([edith.status >= 400 && edith.status < 500, await count('pictures')]).toEqual([true, before]);
  });

  it('needs room', async () => {
    const storing = { database: site.running.app.database, settings: { MEDIA_QUOTA: 0 }, by: SYSTEM };
    const given = await asFile(await plain(50, 50, 4).jpeg().toBuffer());
    expect([await addPicture(storing, given, 'a'), await count('media_files')]).toEqual([
      ...[{ is: 'full' }, await count('media_files')],
    ]);
  });
});

describe('what is said of a picture', () => {
  it('is set, and what two set at once is shown to the later one', async () => {
    const page = await added(10);
    const [mine, theirs] = [inputsOf(edith), inputsOf(await carla.get(page))];
    await carla.post(page, { ...theirs, credit: ' Photo:  Somebody ', licence: 'cc-by', focus: 'top-left' });
    expect([carla.status, inputsOf(carla).credit]).toEqual([200, 'Photo: Somebody']);
    await edith.post(page, { ...mine, credit: 'Another' });
    expect([edith.status, edith.page]).toEqual([409, expect.stringContaining('<mark>Photo: Somebody</mark>')]);
    await edith.post(page, inputsOf(edith));
    expect(inputsOf(await edith.get(page)).credit).toBe('Another');
    const [entry] = await query(
      `SELECT after FROM audit_entries WHERE operation = 'media.set' ORDER BY made_at LIMIT 1`,
    );
    expect(entry.after).toEqual({ changed: ['credit', 'licence', 'focus'] });
  });

  it.each([
    ['name', '  ', 'Give it a name'],
    ['licence', 'stolen', 'Choose one of the list'],
    ['focus', 'nose', 'nine places'],
  ])('is refused with %s “%s”', async (name, wrong, words) => {
    const page = await added(11);
    await edith.post(page, { ...inputsOf(edith), [name]: wrong });
    expect([edith.status, edith.page.includes(words)]).toEqual([422, true]);
  });

  it('is written by translators in their languages', async () => {
    const page = await added(12);
    await describes(tarik, page, 'fr', { alternative: 'Une salle d’audience', caption: '' });
    expect([tarik.status, tarik.page.includes('Une salle d’audience')]).toEqual([200, true]);
    await tarik.get(`${page}/words/en`);
    expect(tarik.status).toBe(403);
    await tarik.post(`${page}/words/en`, { alternative: 'A room' });
    expect([tarik.status, await count(`picture_words WHERE alternative = 'A room'`)]).toEqual([403, 0]);
  });

  it('in words that somebody else wrote meanwhile is shown beside what was typed', async () => {
    const page = await added(13);
    const mine = inputsOf(await edith.get(`${page}/words/en`));
    await describes(carla, page, 'en', { alternative: 'An empty courtroom', caption: '' });
    await edith.post(`${page}/words/en`, { ...mine, alternative: 'A full courtroom' });
    expect([edith.status, edith.page]).toEqual([409, expect.stringContaining('<mark>An empty</mark>')]);
    expect((await edith.post(`${page}/words/en`, inputsOf(edith))).status).toBe(200);
    expect(edith.page).toContain('A full courtroom');
  });
});

describe('readers', () => {
  it('see a picture once it is described and shown, and ask each time', async () => {
    const page = await added(20);
    await edith.post(`${page}/show`, {});
    expect([edith.status, edith.page.includes('Describe it first')]).toEqual([422, true]);
    await describes(edith, page, 'en', { alternative: 'A courtroom', caption: '' });
    await edith.post(`${page}/show`, {});
    const address = await widest(page);
    const answer = await publicly(address);
    expect([
      answer.status,
      ...['content-type', 'cache-control', 'x-content-type-options'].map((name) => answer.headers.get(name)),
    ]).toEqual([200, 'image/webp', 'public, no-cache', 'nosniff']);
    const etag = answer.headers.get('etag') ?? '';
    expect((await publicly(address, { 'if-none-match': etag })).status).toBe(304);
    expect((await publicly(address.replace('.webp', '.jpg'))).status).toBe(404);

    await describes(edith, page, 'en', { alternative: '' });
    expect([edith.status, edith.page.includes('nothing would say what it shows: English')]).toEqual([422, true]);

    await edith.get(page);
    await edith.post(`${page}/hide`, {});
    await until('it is gone', async () => (await publicly(address, { 'if-none-match': etag })).status === 404);
  });

  it('see another in its place, and the first nowhere', async () => {
    const page = await added(21);
    await edith.post(page, { ...inputsOf(edith), decorative: 'yes' });
    await edith.post(`${page}/show`, {});
    const before = await widest(page);
    expect((await publicly(before)).status).toBe(200);
    await edith.get(page);
    await edith.postFile(`${page}/replace`, { was: inputsOf(edith).was ?? '' }, await file(22));
    expect(edith.status).toBe(200);
    const now = await widest(page);
    await until('the first is gone', async () => (await publicly(before)).status === 404);
    expect((await publicly(now)).status).toBe(200);
    await edith.postFile(`${page}/replace`, { was: before.slice(7, 71) }, await file(23));
    expect([edith.status, edith.page.includes('replaced or deleted this picture meanwhile')]).toEqual([422, true]);
  });
});

it('a picture that is deleted leaves nothing but what the audit says', async () => {
  const page = await added(30);
  const address = await widest(page);
  const files = await count('media_files');
  await carla.get(`${page}/remove`);
  await carla.post(`${page}/remove`, {});
  expect([carla.at, (await count('media_files')) < files]).toEqual(['/office/en/pictures', true]);
  expect([
    await count(`media_parts WHERE encode(hash, 'hex') = '${address.slice(7, 71)}'`),
    (await edith.get(page)).status,
  ]).toEqual([...[0, 404]]);
  expect(await count(`publications WHERE id = '${page.split('/').at(-1)}'`)).toBe(0);
});

it('pictures are found by name and id, and listed as a file', async () => {
  const page = await added(40);
  const id = page.split('/').at(-1) ?? '';
  expect((await rita.get(`/office/en/pictures?q=${id}`)).page).toContain('One in all.');
  expect((await rita.get('/office/en/pictures?q=court%20ROOM&described=missing')).page).toContain('Court room');
  expect((await rita.get('/office/en/pictures?q=nothing')).page).toContain('Show all');
  expect((await rita.get('/office/ar/pictures?as=csv')).page).toContain(id);
});
