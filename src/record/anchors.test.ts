import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { type World, worldOf } from './record.ts';

let site: Site;
let world: World;
beforeAll(async () => {
  site = await startSite({ PAGE_CACHE_MB: '0' });
  world = await worldOf(site.running.app.database);
});
afterAll(() => site.stop());

const pages = new Map<string, string>();
async function page(path: string): Promise<string> {
  const known = pages.get(path);
  if (known !== undefined) return known;
  const html = await (await fetch(`${site.url}${path}`, { headers: { 'accept-encoding': 'identity' } })).text();
  pages.set(path, html);
  return html;
}

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

function everyPage(): string[] {
  const { situations, cases, participants } = world.docket;
  return [
    ...['/en/record', '/en/record/figures', '/en/record/victims'],
    ...[...situations.keys()].map((slug) => `/en/record/situations/${slug}`),
    ...[...cases.keys()].map((slug) => `/en/record/cases/${slug}`),
    ...participants.map((one) => `/en/record/cases/${one.case.slug}/${one.person.slug}`),
    ...[...world.treaty.states.keys()].filter((_, index) => index % 9 === 0).map((iso3) => `/en/states/${iso3}`),
  ];
}

describe('every page of the record', () => {
  it('gives an id once, and a term its description', async () => {
    for (const path of everyPage()) {
      const html = await page(path);
      const ids = idsIn(html);
      expect
        .soft(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          `${path}: twice`,
        )
        .toEqual([]);
      expect.soft(html.match(/<\/dt>(?!\s*<d[td])|<dl[^>]*>\s*<\/dl>/g), `${path}: a term alone`).toBeNull();
    }
    expect(pages.size).toBeGreaterThan(150);
  });

  it('has what a feed leads to', async () => {
    const { situations, cases } = world.docket;
    const feeds = [
      'events/all',
      ...[...situations.keys()].map((slug) => `situations/${slug}`),
      ...[...cases.keys()].map((slug) => `cases/${slug}`),
      ...['people/bemba', 'people/ongwen'],
      ...[...world.treaty.states.keys()].filter((_, index) => index % 9 === 0).map((iso3) => `states/${iso3}`),
    ];
    for (const feed of feeds) {
      const { items } = JSON.parse(await page(`/feeds/en/${feed}.json`)) as { items: { url: string }[] };
      for (const { url } of items) {
        const { pathname, hash } = new URL(url);
        expect.soft(idsIn(await page(pathname)), `${feed}: ${url}`).toContain(decodeURIComponent(hash.slice(1)));
      }
    }
  });
});
