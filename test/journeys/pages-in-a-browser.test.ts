import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lang, langs } from '../../src/config/langs.ts';
import { rooms } from '../../src/rooms.ts';
import { failingRoom } from '../fixtures/rooms/failing/room.ts';
import { arrive } from '../support/arrive.ts';
import { brokenAddresses } from '../support/broken-addresses.ts';
import { startBrowser } from '../support/browser.ts';
import { legendProblems } from '../support/forced-colours.ts';
import { accessibilityProblems, cramped, darkProblems, tooWide } from '../support/look.ts';
import { missingStyles } from '../support/missing-styles.ts';
import { openPage, type PageType } from '../support/open-page.ts';
import { pageTypes } from '../support/page-types.ts';
import { type Site, startSite } from '../support/site.ts';

/** With the longest words, and from right to left; `npm run trial -- every-page` looks at all as these. */
const HARDEST: readonly Lang[] = ['fr', 'ar'];
const withFailing = [...rooms, failingRoom];
let site: Site;
let browser: Browser;
let types: readonly PageType[];

beforeAll(async () => {
  [site, browser] = await Promise.all([
    startSite({ LOG_LEVEL: 'fatal' }, { rooms: withFailing, work: false }),
    startBrowser(),
  ]);
  types = await pageTypes({ url: site.url, app: site.running.app, rooms: withFailing });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface Seen {
  readonly foreign: string[];
  readonly errors: string[];
}

/** Opens a page as a visitor on a small phone, noting whatever it asks of others or complains about. */
async function watch(page: Page, lang: Lang, type: PageType): Promise<Seen> {
  const seen: Seen = { foreign: [], errors: [] };
  page.removeAllListeners();
  page.on('request', (request) => request.url().startsWith(site.url) || seen.foreign.push(request.url()));
  page.on(
    'console',
    (message) =>
      (message.type() === 'error' || /-Policy header/.test(message.text())) &&
      !/Failed to load resource/.test(message.text()) &&
      seen.errors.push(message.text()),
  );
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  await page.setViewportSize({ width: 360, height: 760 });
  await arrive(page, site.url, lang, type);
  return seen;
}

describe.each(langs)('every page in %s', (lang) => {
  it('is accessible, within 360 px, and asks nothing of anybody else', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    for (const type of types) {
      const { name } = type;
      const seen = await watch(page, lang, type);
      expect.soft(seen.foreign, `${name}: asked elsewhere`).toEqual([]);
      expect.soft(seen.errors, `${name}: errors`).toEqual([]);
      expect.soft(await accessibilityProblems(page), `${name}: accessibility`).toEqual([]);
      expect.soft(await page.context().cookies(), `${name}: cookies`).toEqual([]);
      expect.soft(await brokenAddresses(page), `${name}: addresses`).toEqual([]);
      expect.soft(await tooWide(page, 360), `${name}: wider than the phone`).toEqual([]);
      if (HARDEST.includes(lang)) expect.soft(await cramped(page), `${name}: wider than a reader’s window`).toEqual([]);
    }
    await page.context().close();
  });
});

describe('every page', () => {
  it('is a page of its own', async () => {
    const told = new Map<string, string | undefined>();
    for (const type of types) {
      const html = await (await openPage(site.url, 'en', type)).text();
      told.set(type.name, /<main.*<\/main>/s.exec(html)?.[0]);
    }
    const same = Map.groupBy(told.keys(), (name) => told.get(name));
    expect([...same.values()].filter((names) => names.length > 1)).toEqual([]);
  });

  it('carries every style that something on it is drawn by', async () => {
    const page = await browser.newPage();
    for (const type of types) {
      await arrive(page, site.url, 'ar', type);
      expect.soft(await missingStyles(page), type.name).toEqual([]);
    }
    await page.context().close();
  });

  it('can be read in the dark, and its legends where colours are forced', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const blank = await browser.newPage();
    for (const type of types) {
      await arrive(page, site.url, 'ar', type);
      expect.soft([...(await darkProblems(page)), ...(await legendProblems(page, blank))], type.name).toEqual([]);
    }
    await page.context().close();
    await blank.context().close();
  });
});
