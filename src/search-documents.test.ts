import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { migrationOf, storeNotice } from '../test/support/noticeboard.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { langs } from './config/langs.ts';
import { allSearchDocuments, type SearchDocument } from './http/search-document.ts';
import { rooms as product } from './rooms.ts';

/** A room that is added is found too. */
const rooms = [...product, noticeboard];

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { rooms, tables: migrationOf(noticeboard), work: false });
  await storeNotice(site.running.app.database, 'A chair', '2026-01-01');
});
afterAll(() => site.stop());

const statusOf = async ({ link }: SearchDocument) =>
  (await fetch(new URL(link, site.url), { redirect: 'manual' })).status;

it('everything that rooms say can be found is, each on a page that answers', async () => {
  const documents = await allSearchDocuments(site.running.app, 'en');
  const kinds = rooms.flatMap(({ searchDocuments = [] }) => searchDocuments.map(({ about }) => about));
  expect(new Set(documents.map(({ about }) => about))).toEqual(new Set(kinds));
  expect(kinds.length).toBeGreaterThan(5);
  expect(documents.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const document of documents) if ((await statusOf(document)) !== 200) wrong.push(document.link);
  expect(wrong).toEqual([]);
});

it.each(langs)('in %s they are named, once each, and lead to pages of that language in the sitemap', async (lang) => {
  const sitemap = await (await fetch(new URL('/sitemap.xml', site.url))).text();
  const documents = await allSearchDocuments(site.running.app, lang);
  const pages = new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => new URL(at).pathname));
  expect(documents.filter(({ link }) => !pages.has(link))).toEqual([]);
  expect(new Set(documents.map(({ about, id }) => `${about}/${id}`)).size).toBe(documents.length);
  for (const { title, text, link } of documents) {
    expect(title.trim(), link).not.toBe('');
    expect(`${title}${text}`, link).not.toContain('{');
    expect(link.startsWith(`/${lang}/`)).toBe(true);
  }
});

it.each([
  ['en', 'arrest warrant'],
  ['fr', 'mandat d’arrestation'],
  ['es', 'orden de arresto'],
  ['ar', 'مذكرة توقيف'],
] as const)('in %s what the Court calls otherwise is found by %s too, which no page says', async (lang, word) => {
  const found = (await allSearchDocuments(site.running.app, lang)).filter(({ text }) => text.includes(word));
  expect(found.length).toBeGreaterThan(3);
  expect(found.map(({ title }) => title).join()).not.toContain(word);
});

it('names are those of the language', async () => {
  const titled = async (lang: 'ar' | 'fr', kind: string, id: string) =>
    (await allSearchDocuments(site.running.app, lang)).find((one) => one.about === kind && one.id === id)?.title;
  expect(await titled('fr', 'states', 'DEU')).toBe('Allemagne');
  expect(await titled('ar', 'states', 'KEN')).toBe('كينيا');
});
