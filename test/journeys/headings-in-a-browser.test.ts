import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lang, langs } from '../../src/config/langs.ts';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';

const PAGES = ['', '/states/KEN', '/record', '/campaigns/united-by-common-bonds'];
/** Of the page, as browsers sum it up; what is below can't be seen. */
const STILL = 0.005;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { work: false }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** A window that sums up what moves in it. */
async function opened(width: number, first = ''): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 740 } })).newPage();
  await page.addInitScript(`moved = 0; ${first};
    new PerformanceObserver((list) => { for (const one of list.getEntries()) moved += one.value; })
      .observe({ type: 'layout-shift', buffered: true });`);
  return page;
}

/** The faces of ours in which the first heading, and what stands beside the mark, are painted. */
async function painted(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const names: string[] = [];
  for (const selector of ['h1', '.brand']) {
    const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    names.push(...fonts.filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName));
  }
  await devtools.detach();
  return names;
}

const faces = (page: Page) =>
  page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));

async function settled(page: Page, lang: Lang): Promise<void> {
  await page.waitForLoadState('load');
  const files = lang === 'ar' ? 2 : 1;
  await page.waitForFunction(
    (most) =>
      performance.getEntriesByType('resource').filter(({ name, duration }) => name.endsWith('woff2') && duration > 0)
        .length >= most,
    files,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Opens a page until it has the face. Where it comes when something was painted already that would move for it, the system's face stays
 * until the next page; a machine that does much else may be late so often, but not each time.
 */
async function visits(page: Page, url: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(url);
        return page
          .waitForFunction(
            () => [...document.fonts].some(({ family, status }) => family === 'Vollkorn' && status === 'loaded'),
            null,
            { timeout: 5_000 },
          )
          .then(
            () => true,
            () => false,
          );
      },
      { message: url, timeout: 30_000 },
    )
    .toBe(true);
}

it.each(langs)('a phone has the face of headings on every page, and nothing moves for it, in %s', async (lang) => {
  const page = await opened(360);
  for (const path of PAGES) {
    await visits(page, `${site.url}/${lang}${path}`);
    await settled(page, lang);
    expect.soft((await painted(page)).length, `${path}: painted in ours`).toBeGreaterThan(0);
    expect.soft(await page.evaluate('moved'), `${path}: moved`).toBeLessThan(STILL);
  }
  await page.context().close();
});

/** Where the parts of a page stand, from its beginning on. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, p, dl, form, figure)')].map((part) => ({
      part: part.outerHTML.slice(0, 80),
      top: Math.round(part.getBoundingClientRect().top),
    })),
  );

it.each(langs)('nothing that is there moves while more of a page arrives, in %s', async (lang) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route(/\.woff2$/, (route) => route.abort());
  for (const path of [
    ...PAGES,
    '/states',
    '/record/figures/warrants-persons',
    '/campaigns/united-by-common-bonds/write?state=KEN',
  ]) {
    const html = await (await fetch(`${site.url}/${lang}${path}`)).text();
    await page.setContent(html);
    const whole = await places(page);
    const main = html.indexOf('<main');
    for (const part of [0.2, 0.5, 0.8]) {
      await page.setContent(html.slice(0, html.indexOf('<', main + part * (html.indexOf('</main>') - main))));
      // The last are not there as a whole.
      const there = (await places(page)).slice(0, -2);
      expect(there.length, path).toBeGreaterThan(0);
      expect.soft(there, `${path}, ${part} of it`).toEqual(whole.slice(0, there.length));
    }
  }
  await context.close();
});

it.each(langs)('a desk has it on the first page, in %s', async (lang) => {
  const page = await opened(1_280);
  await page.goto(`${site.url}/${lang}/states/KEN`);
  await expect.poll(() => faces(page), { timeout: 10_000 }).toContain('Vollkorn');
  expect(await page.evaluate('moved')).toBeLessThan(STILL);
  await page.context().close();
});

it.each([
  ['saves data', "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"],
  ['is on a slow network', "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '2g' } })"],
  ['waited for the page', 'performance.getEntriesByType = () => [{ responseStart: 0, responseEnd: 2000 }]'],
])('a phone that %s fetches none', async (_, first) => {
  const page = await opened(360, first);
  const fetched: string[] = [];
  page.on('response', (response) => void fetched.push(response.url()));
  await page.goto(`${site.url}/en`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.goto(`${site.url}/en/record`, { waitUntil: 'load' });
  expect(fetched.filter((url) => url.includes('/fonts/'))).toEqual([]);
  expect(fetched.some((url) => url.includes('/assets/face-'))).toBe(true);
  await page.context().close();
});
