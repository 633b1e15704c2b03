import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { type Fetched, fetchAll } from '../test/support/fetch-all.ts';
import { migrationOf } from '../test/support/noticeboard.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { pathsInSitemap, surfaces } from '../test/support/surfaces.ts';
import { langs } from './config/langs.ts';
import { rooms } from './rooms.ts';

const { sitemap: _, ...unmapped } = noticeboard;
const all = [...rooms, unmapped];

let site: Site;
let closed: readonly RegExp[];
beforeAll(async () => {
  site = await startSite({}, { rooms: all, tables: migrationOf(noticeboard), work: false });
  const robots = await (await fetch(`${site.url}/robots.txt`)).text();
  const patterns = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, pattern = '']) => pattern);
  closed = patterns.map((pattern) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}`));
});
afterAll(() => site.stop());

const isClosed = ({ path }: Fetched) => closed.some((pattern) => pattern.test(path));
const isIndexed = ({ status, type, body }: Fetched) =>
  status === 200 && type.startsWith('text/html') && !/<meta name="robots" content="noindex"/.test(body);

it('lists every page that a search engine may show, of any route, and one that is missing is found', async () => {
  const parts = {
    campaigns: ['united-by-common-bonds'],
    situations: ['drc'],
    cases: ['lubanga'],
    people: ['lubanga'],
    states: ['KEN'],
    on: undefined,
  };
  const paths = (await surfaces(site, parts, all)).filter(
    (path) => !path.includes('?') && langs.some((lang) => `${path}/`.startsWith(`/${lang}/`)),
  );
  const pages = (await fetchAll(site.url, paths)).filter((page) => isIndexed(page) && !isClosed(page));
  expect(pages.length).toBeGreaterThan(200);
  const listed = new Set(await pathsInSitemap(site));
  const missing = pages.filter(({ path }) => !listed.has(path)).map(({ path }) => path);
  expect(missing.sort()).toEqual(langs.map((lang) => `/${lang}/noticeboard`).sort());
});

it('lists nothing else, once', async () => {
  const listed = await pathsInSitemap(site);
  expect(listed.filter((path, at) => listed.indexOf(path) !== at)).toEqual([]);
  const english = listed.filter((path) => `${path}/`.startsWith('/en/'));
  expect(english.length * langs.length).toBe(listed.length);
  const pages = await fetchAll(site.url, english);
  expect(pages.filter((page) => !isIndexed(page) || isClosed(page)).map(({ path }) => path)).toEqual([]);
});
