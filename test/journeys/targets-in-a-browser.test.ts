import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regions } from '../../src/maps/regions.ts';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';

/** CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST = 24;
const maps = [...regions, 'world'].map((region) => `/states/map/${region}`);
let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ LOG_LEVEL: 'fatal' }, { work: false }), startBrowser()]);
  page = await browser.newPage({ javaScriptEnabled: true });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function open(path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.url}${path}`);
}

/** What stands for itself, not in a sentence, and is lower than it must be. */
const low = () =>
  page.evaluate((least) => {
    const own =
      'ul.links a, ul.regions a, ul.pages a, th a, dt a, .over a, summary, main button, main select, main input';
    return [...document.querySelectorAll(own)]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
      .map((one) => `${one.textContent?.slice(0, 40)}: ${one.getBoundingClientRect().height}`);
  }, LEAST);

/** States that the map leads to, and no link beside the map that is large enough; what leads to a list of states leads to such links. */
const withoutLink = () =>
  page.evaluate((least) => {
    const beside = [...document.querySelectorAll('main ul.links a')].filter(
      (one) => one.getBoundingClientRect().height >= least,
    );
    const listed = new Set(beside.map((one) => one.getAttribute('href')));
    return [...document.querySelectorAll('svg.worldmap a')]
      .map((one) => one.getAttribute('href') ?? '')
      .filter((href) => {
        const list = href.startsWith('#') ? document.querySelector(href) : undefined;
        const states = [...(list?.querySelectorAll('ul a') ?? [])].map((one) => one.getAttribute('href'));
        return list ? states.length < 20 || states.some((one) => !listed.has(one)) : !listed.has(href);
      });
  }, LEAST);

describe.each([360, 1_280])('at %i px', (width) => {
  it.each(['/en/states', '/en/states/KEN', '/ar/states/TUV', ...maps.map((path) => `/en${path}`)])(
    'whoever aims hits what %s has',
    async (path) => {
      await open(path, width);
      expect(await low()).toEqual([]);
      expect(await page.locator('svg.worldmap a').count()).toBeGreaterThanOrEqual(path.includes('/map/') ? 10 : 0);
      expect(await withoutLink()).toEqual([]);
    },
  );
});

describe('a state of a few islands', () => {
  /** What a tap leads to, so far from the middle of Tuvalu's mark. */
  const hit = (away: number) =>
    page.evaluate((aside) => {
      const mark = document.querySelector('svg.worldmap a[href$="/TUV"] line');
      if (!(mark instanceof SVGGeometryElement)) throw new Error('no mark');
      mark.scrollIntoView({ block: 'center' });
      const at = mark.getPointAtLength(0).matrixTransform(mark.getScreenCTM() ?? undefined);
      const around = [
        [aside, 0],
        [-aside, 0],
        [0, aside],
        [0, -aside],
      ] as const;
      return around.map(([x, y]) =>
        document
          .elementFromPoint(at.x + x, at.y + y)
          ?.closest('a')
          ?.getAttribute('href'),
      );
    }, away);

  it('is hit within 24 px on the map of its region on a desk, and leads nowhere by a slip on a phone', async () => {
    await open('/en/states/map/oceania', 1_280);
    expect(await hit(11)).toEqual(Array(4).fill('/en/states/TUV'));
    expect(await hit(14)).not.toContain('/en/states/TUV');
    await open('/en/states/map/oceania', 360);
    expect(await hit(2)).not.toContain('/en/states/TUV');
  });
});
