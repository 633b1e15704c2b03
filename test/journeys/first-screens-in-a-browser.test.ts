import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../src/config/langs.ts';
import { rooms } from '../../src/rooms.ts';
import { sections } from '../fixtures/rooms/sections/room.ts';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';

/** What a thumb reaches without scrolling, from the top of the page, and the one row above it; CSS pixels. */
const FIRST_SCREEN = 450;
const ROW = 64;
const campaign = '/campaigns/united-by-common-bonds';
const firstScreens = [
  '',
  campaign,
  '/take-action',
  '/take-action?state=KEN',
  '/states/KEN',
  '/states/BDI',
  '/states/USA',
  '/states/MLI',
  // Of all states those whose names and sentences are longest, and one to whose government no letter is offered.
  ...['BFA', 'CAF', 'COD', 'GBR', 'NER', 'PRK', 'VCT', 'VEN'].map((iso3) => `/states/${iso3}`),
];

let site: Site;
let browser: Browser;

/** A demonstration, whose banner takes its place too, with all seven entries in the navigation. */
beforeAll(async () => {
  const nobody = { OPERATOR_NAME: '', OPERATOR_EMAIL: '' };
  [site, browser] = await Promise.all([startSite(nobody, { rooms: [...rooms, sections] }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function opened(width: number, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}${address}`);
  return page;
}

const box = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: Number.NaN, width: 0, height: Number.NaN };

describe.each(langs)('the first screen of a small phone in %s', (lang) => {
  it('has logo, menu and language in one row, and the call and the main action within reach', async () => {
    const page = await opened(360, `/${lang}`);
    for (const path of firstScreens) {
      await page.goto(`${site.url}/${lang}${path}`);
      const [header, action] = [await box(page, 'header'), await box(page, 'main .go')];
      process.stdout.write(
        `${lang}${path}: row ${header.height}, action ends at y ${Math.round(action.y + action.height)}\n`,
      );
      expect.soft(header.height, `${path}: the row`).toBeLessThanOrEqual(ROW);
      expect.soft(action.y + action.height, `${path}: the main action`).toBeLessThanOrEqual(FIRST_SCREEN);
      for (const part of ['.brand', '.menu summary', '.menu ~ .fold:not(.menu) summary']) {
        const { x, width, height } = await box(page, part);
        expect.soft([x >= 0, x + width <= 360, height >= 44], `${path}: ${part}`).toEqual([true, true, true]);
      }
      expect
        .soft(await page.locator('.brand > span').evaluate((name) => name.scrollWidth > name.clientWidth))
        .toBe(false);
    }
    await page.context().close();
  });

  it('unfolds seven entries, and the languages, without a script', async () => {
    const page = await opened(360, `/${lang}/states/KEN`);
    expect(await page.locator('.places a:visible').count()).toBe(0);
    await page.locator('.menu summary').click();
    expect(await page.locator('.places a:visible').count()).toBe(7);
    for (const entry of await page.locator('.places a').all())
      expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.locator('.places [aria-current=true]').getAttribute('href')).toBe(`/${lang}/states`);
    await page.locator('.fold:not(.menu) summary').click();
    expect(await page.locator('.tongues a:visible').count()).toBe(3);
    await page.context().close();
  });

  it('needs no scrolling sideways at 320 px, nor where text is twice as large', async () => {
    for (const [width, text] of [
      [320, '100%'],
      [360, '200%'],
    ] as const) {
      const page = await opened(width, `/${lang}`);
      for (const path of ['', '/take-action', campaign, `${campaign}/share`, '/states/USA', '/record']) {
        await page.goto(`${site.url}/${lang}${path}`);
        const over = await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
          for (const folded of document.querySelectorAll<HTMLDetailsElement>('details.fold')) folded.open = true;
          return document.documentElement.scrollWidth - innerWidth;
        }, text);
        expect.soft(over, `${path} at ${width} px with text of ${text}`).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    }
  });

  it('becomes one row of seven entries on a desk, where each place is marked', async () => {
    const page = await opened(1_280, `/${lang}`);
    for (const [path, place] of [
      [campaign, 'true'],
      [`${campaign}/share`, 'true'],
      ['/record', 'page'],
      ['/record/cases/lubanga', 'true'],
      ['/states', 'page'],
    ] as const) {
      await page.goto(`${site.url}/${lang}${path}`);
      expect.soft(await page.locator('.places a:visible').count(), path).toBe(7);
      expect.soft((await box(page, 'header')).height, path).toBeLessThanOrEqual(ROW + 8);
      const current = page.locator('.places [aria-current]');
      expect
        .soft([await current.count(), await current.first().getAttribute('aria-current')], path)
        .toEqual([1, place]);
    }
    await page.context().close();
  });
});

describe('who runs a site', () => {
  it('is said in its header', async () => {
    const run = await startSite();
    for (const [where, said] of [
      [site, 'A demonstration'],
      [run, 'A site of Test Coalition'],
    ] as const)
      expect(/<header.*?<\/header>/s.exec(await (await fetch(`${where.url}/en`)).text())?.[0]).toContain(said);
    await run.stop();
  });
});
