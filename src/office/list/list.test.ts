import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectNoticeSlice } from '../../../test/fixtures/rooms/noticeboard/notice-queries.ts';
import { noticeboard } from '../../../test/fixtures/rooms/noticeboard/room.ts';
import { migrationOf, storeManyNotices } from '../../../test/support/noticeboard.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { startedOn } from '../../../test/support/whole-reads.ts';
import { rooms } from '../../rooms.ts';

const MANY = 20_000;
const LIST = '/office/en/notices';

let site: Site;
const moderator = new OfficeBrowser(() => site.url);
const reader = new OfficeBrowser(() => site.url);
beforeAll(async () => {
  site = await startSite({}, { rooms: [...rooms, noticeboard], tables: migrationOf(noticeboard), work: false });
  await storeManyNotices(site.running.app.database, MANY);
  for (const [browser, name, role] of [
    [moderator, 'Omar T.', 'moderator'],
    [reader, 'Lina H.', 'reader'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
});
afterAll(() => site.stop());

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
const namesOn = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/<a id="row-[^"]+" href="[^"]+">(.*?)<\/a>/g)].map(([, name = '']) => textOf(name));
const idsOn = ({ page }: OfficeBrowser) => [...page.matchAll(/<a id="row-([^"]+)"/g)].map(([, id = '']) => id);
const linkCalled = ({ page }: OfficeBrowser, words: string) =>
  new RegExp(`<a href="([^"]+)"[^>]*>${words}`).exec(page)?.[1]?.replaceAll('&amp;', '&');
const count = async () =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM notices`.execute(site.running.app.database)).rows[0]?.n;

describe('a list of the office', () => {
  it.each([
    ['words', 'chair 00001'],
    ['-words', 'chair 20000'],
    ['at', 'chair 00001'],
    ['-at', 'chair 20000'],
    ['day', undefined],
  ])(
    'goes on from page to page in the order %s, without leaving one out or showing it twice, and back',
    async (sort, first) => {
      await reader.get(`${LIST}?sort=${sort}&q=chair+000`);
      if (first?.startsWith('chair 0')) expect(namesOn(reader)[0]).toBe(first);
      const pages = [idsOn(reader)];
      for (let next = linkCalled(reader, 'Next page'); next; next = linkCalled(reader, 'Next page')) {
        await reader.get(next);
        pages.push(idsOn(reader));
      }
      expect(pages.map(({ length }) => length)).toEqual([50, 49]);
      expect(new Set(pages.flat()).size).toBe(99);
      await reader.get(linkCalled(reader, 'Page before') ?? '');
      expect(idsOn(reader)).toEqual(pages[0]);
      await reader.get(`${LIST}?sort=${sort}`);
      if (first) expect(namesOn(reader)[0]).toBe(first);
    },
  );

  it('finds by name and by id, and says how many there are where all stand on the page', async () => {
    await reader.get(`${LIST}?q=chair+0012`);
    expect([namesOn(reader).length, reader.page.includes('10 in all.')]).toEqual([10, true]);
    const [id = ''] = idsOn(reader);
    await reader.get(`${LIST}?q=${id}`);
    expect([namesOn(reader).length, reader.page.includes('One in all.')]).toEqual([1, true]);
  });

  it('leads from each row to its page, and says in which order it stands', async () => {
    await reader.get(`${LIST}?sort=-words`);
    expect(reader.page).toContain('aria-sort="descending"');
    await reader.get(new RegExp(`href="(${LIST}/[^"?]+)">`).exec(reader.page)?.[1] ?? '');
    expect(reader.page).toContain('<h1>chair 20000</h1>');
  });

  it('says what to do where nothing fits', async () => {
    await reader.get(`${LIST}?q=table`);
    expect(reader.page).toMatch(/Nothing fits\. .*<a href="\/office\/en\/notices">Show all<\/a>/);
  });

  it.each([
    ['from=tomorrow', 'Write a day as year-month-day', 'from'],
    ['from=2026-02-30', 'Write a day as year-month-day', 'from'],
    ['length=huge', 'Choose one of those offered.', 'length'],
    ['sort=address', 'The list has no such order.', 'rows'],
    ['sort=-constructor', 'The list has no such order.', 'rows'],
    ['after=x', 'There is no such place in this list.', 'rows'],
    ['after=WyJhdCIsIjIwMjYtOTktOTlUMDA6MDA6MDAuMDAwMDAwWiIsIngiXQ', 'There is no such place in this list.', 'rows'],
    [
      `before=${Buffer.from('["at","2026-01-01T00:00:00.000000Z","\'; --"]').toString('base64url')}`,
      'There is no such place',
      'rows',
    ],
    [
      `after=${Buffer.from('["words","a","019a0000-0000-7000-8000-000000000001"]').toString('base64url')}`,
      'There is no such place',
      'rows',
    ],
  ])('says what in its address is none, and keeps what was typed: %s', async (query, words, field) => {
    await reader.get(`${LIST}?q=chair&${query}`);
    expect(reader.status).toBe(422);
    expect(textOf(reader.page)).toContain(words);
    expect(reader.page).toContain(`<a href="#${field}">`);
    expect(reader.page).toContain('name="q" value="chair"');
    expect(namesOn(reader)).toEqual([]);
  });

  it('is a file by the same filters, in which nothing is reckoned', async () => {
    await sql`UPDATE notices SET words = '=HYPERLINK("http://evil.example")' WHERE words = 'chair 00077'`.execute(
      site.running.app.database,
    );
    await reader.get(`${LIST}?as=csv&from=2026-01-01&sort=words`);
    const rows = parse<Record<string, string>>(reader.page, { columns: true, bom: true });
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(MANY);
    expect(rows.find(({ words }) => words?.includes('HYPERLINK'))?.words).toBe(`'=HYPERLINK("http://evil.example")`);
    await reader.get(`${LIST}?as=csv&q=chair+0012`);
    expect(parse(reader.page, { columns: true, bom: true })).toHaveLength(10);
    await reader.get(`${LIST}?as=csv&from=never`);
    expect(reader.status).toBe(422);
  });

  it('finds the rows of a page by an index, in every order and however far behind', async () => {
    const { database } = site.running.app;
    await sql`ANALYZE notices`.execute(database);
    const one = await startedOn(site.fresh);
    for (const sort of ['words', 'at', 'day'])
      for (const descending of [true, false]) {
        const [row] = await selectNoticeSlice(one.database, { filtered: {}, sort, slice: { descending, limit: 1 } });
        const from = { value: row?.position ?? '', id: row?.id ?? '', back: false };
        await selectNoticeSlice(one.database, { filtered: {}, sort, slice: { descending, limit: 51, from } });
      }
    expect(await one.wholeReads('notices')).toBe(0);
    await one.end();
  });
});

describe('several rows at once', () => {
  const chosen = async (browser: OfficeBrowser, some: number) => {
    await browser.get(`${LIST}?q=chair+0${some}`);
    return idsOn(browser).slice(0, 12);
  };
  const several = (ids: readonly string[]) =>
    `${LIST}/several/take-off?${ids.map((id) => `item=${id}`).join('&')}&to=${encodeURIComponent('/notices?q=chair+0')}`;

  it('are offered to whoever may do it, and to nobody else', async () => {
    await reader.get(LIST);
    expect(reader.page).not.toContain('type="checkbox"');
    const ids = await chosen(moderator, 1);
    await reader.get(several(ids));
    expect(reader.status).toBe(403);
    await reader.post(`${LIST}/several/take-off`, { item: ids[0] ?? '', why: 'old' });
    expect([reader.status, await count()]).toEqual([403, MANY]);
  });

  it('are said by number and by name before anything happens; opening that page changes nothing', async () => {
    const ids = await chosen(moderator, 2);
    expect(moderator.page).toContain(`formaction="${LIST}/several/take-off"`);
    await moderator.get(several(ids));
    expect(moderator.page).toContain('<h1>Take off 12 notices</h1>');
    expect(moderator.page.match(/<bdi>chair/g)).toHaveLength(12);
    expect(await count()).toBe(MANY);
  });

  it('are left as they are where something is missing, and what was typed stays', async () => {
    const ids = await chosen(moderator, 2);
    await moderator.get(several(ids));
    await moderator.postAll(`${LIST}/several/take-off`, [
      ...ids.map((id) => ['item', id] as const),
      ['why', ' '],
      ['to', '/notices'],
    ]);
    expect([moderator.status, await count()]).toEqual([422, MANY]);
    expect(moderator.page).toContain('<h1>');
    expect(moderator.page).toContain('Say why.');
    expect(moderator.page.match(/name="item"/g)).toHaveLength(12);
  });

  it('are done, and the list says of how many it was: somebody was quicker with one', async () => {
    const ids = await chosen(moderator, 2);
    await moderator.get(several(ids));
    await sql`DELETE FROM notices WHERE id = ${ids[0]}`.execute(site.running.app.database);
    await moderator.postAll(`${LIST}/several/take-off`, [
      ...ids.map((id) => ['item', id] as const),
      ['why', 'old'],
      ['to', '/notices?q=chair+0'],
    ]);
    expect(moderator.at).toBe(`${LIST}?q=chair+0&did=take-off&n=11&of=12`);
    expect(textOf(moderator.page)).toContain('11 notices were taken off. One was left as it is');
    expect(await count()).toBe(MANY - 12);
    const { rows } = await sql`SELECT 1 FROM audit_entries WHERE operation = 'noticeboard.take-off'`.execute(
      site.running.app.database,
    );
    expect(rows).toHaveLength(11);
  });

  it('are none where nothing was chosen, or none is left: both are said', async () => {
    await moderator.get(`${LIST}/several/take-off?to=%2Fnotices`);
    expect([moderator.status, moderator.page.includes('Nothing is chosen')]).toEqual([422, true]);
    await moderator.get(several(['019a0000-0000-7000-8000-000000000001', 'no-id']));
    expect([moderator.status, textOf(moderator.page).includes('is no longer here')]).toEqual([422, true]);
  });
});
