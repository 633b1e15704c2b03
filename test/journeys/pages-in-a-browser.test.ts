import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lang, langs } from '../../src/config/langs.ts';
import { rooms } from '../../src/rooms.ts';
import { failingRoom } from '../fixtures/rooms/failing/room.ts';
import { startBrowser } from '../support/browser.ts';
import type { PageType } from '../support/open-page.ts';
import { pageTypes } from '../support/page-types.ts';
import { type Site, startSite } from '../support/site.ts';
import { visit } from '../support/visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
async function watch(page: Page, lang: Lang, type: Omit<PageType, 'name'>): Promise<Seen> {
  const seen: Seen = { foreign: [], errors: [] };
  page.removeAllListeners();
  page.on('request', (request) => request.url().startsWith(site.url) || seen.foreign.push(request.url()));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/Failed to load resource/.test(message.text()) && seen.errors.push(message.text()),
  );
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  await visit(page, site.url, lang, type);
  return seen;
}

/** The elements for which a reader would have to scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().width > innerWidth - 16,
    );
    return wide.map((one) => one.outerHTML.slice(0, 100));
  });
}

async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const run = (
      window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run;
    const { violations } = await run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

describe.each(langs)('every page in %s', (lang) => {
  it('is accessible, within 360 px, and asks nothing of anybody else', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 760 } });
    for (const type of types) {
      const { name } = type;
      const seen = await watch(page, lang, type);
      expect.soft(seen.foreign, `${name}: asked elsewhere`).toEqual([]);
      expect.soft(seen.errors, `${name}: errors`).toEqual([]);
      expect.soft(await tooWide(page), `${name}: wider than the phone`).toEqual([]);
      expect.soft(await accessibilityProblems(page), `${name}: accessibility`).toEqual([]);
      expect.soft(await page.context().cookies(), `${name}: cookies`).toEqual([]);
    }
    await page.context().close();
  });
});

describe('in the dark and in print', () => {
  it('every page stays accessible', async () => {
    const page = await browser.newPage({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } });
    for (const type of types) {
      await visit(page, site.url, 'ar', type);
      expect.soft(await accessibilityProblems(page), type.name).toEqual([]);
    }
    await page.context().close();
  });
});
