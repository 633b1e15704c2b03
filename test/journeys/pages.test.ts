import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/config/root.ts';
import { direction, langs } from '../../src/locales/langs.ts';
import { startBrowser } from '../support/browser.ts';
import { pageTypes } from '../support/page-types.ts';
import { type Site, startSite } from '../support/site.ts';

/** What a first flight of a connection carries: HTML and CSS together. */
const FIRST_FLIGHT = 14_600;
/** A page with its drawings. */
const WHOLE = 60 * 1_024;
/** Maps and charts come after what is read first. */
const DRAWINGS = /<svg class="(worldmap|chart)".*?<\/svg>/gs;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'valid-autocomplete': 'error' },
  elements: [
    'html5',
    { 'copy-button': { flow: true, phrasing: true }, 'share-sheet': { flow: true }, 'proof-of-work': { flow: true } },
  ],
});

let site: Site;
let browser: Browser;
let types: Readonly<Record<string, string>>;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
  types = await pageTypes(site);
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
async function visit(page: Page, address: string): Promise<Seen> {
  const seen: Seen = { foreign: [], errors: [] };
  page.removeAllListeners();
  page.on('request', (request) => request.url().startsWith(site.url) || seen.foreign.push(request.url()));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/Failed to load resource/.test(message.text()) && seen.errors.push(message.text()),
  );
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  await page.goto(`${site.url}${address}`);
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
    const { violations } = await run({ runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

describe.each(langs)('every page in %s', (lang) => {
  it('is accessible, within 360 px, and asks nothing of anybody else', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 760 } });
    for (const [name, path] of Object.entries(types)) {
      const seen = await visit(page, `/${lang}${path}`);
      expect.soft(seen.foreign, `${name}: asked elsewhere`).toEqual([]);
      expect.soft(seen.errors, `${name}: errors`).toEqual([]);
      expect.soft(await tooWide(page), `${name}: wider than the phone`).toEqual([]);
      expect.soft(await accessibilityProblems(page), `${name}: accessibility`).toEqual([]);
      expect.soft(await page.context().cookies(), `${name}: cookies`).toEqual([]);
    }
    await page.context().close();
  });

  it('is valid HTML in its language and direction, and fits the first flight', async () => {
    for (const [name, path] of Object.entries(types)) {
      const response = await fetch(`${site.url}/${lang}${path}`);
      const html = await response.text();
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`),
      );
      expect.soft(messages, `${name}: HTML`).toEqual([]);
      expect.soft(html, name).toContain(`<html lang="${lang}" dir="${direction(lang)}">`);
      expect.soft(html, name).toMatch(/<meta name="description" content="[^"]{5,}/);
      expect.soft(html, name).toContain('property="og:title"');
      const apart = html.replace(DRAWINGS, '');
      expect.soft(brotliCompressSync(apart).length, `${name}: bytes`).toBeLessThanOrEqual(FIRST_FLIGHT);
      expect.soft(brotliCompressSync(html).length, `${name}: bytes, drawings included`).toBeLessThanOrEqual(WHOLE);
      const words = html.replace(/(href|action|value)="[^"]*"|<style>.*?<\/style>/gs, '');
      expect.soft(words, `${name}: a word without meaning`).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\{[a-z]+\}/);
    }
  });

  it('says where it stands in the other languages, where it is for everybody', async () => {
    for (const path of ['', '/campaigns/united-by-common-bonds', '/privacy']) {
      const html = await (await fetch(`${site.url}/${lang}${path}`)).text();
      expect(html).toContain(`rel="canonical" href="${site.url}/${lang}${path}"`);
      for (const other of [...langs, 'x-default']) expect(html).toContain(`hrefLang="${other}"`);
    }
  });
});

describe('all the JavaScript there is', () => {
  it('fits 15 KB, compressed', () => {
    const folder = join(root, 'dist/assets');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const bytes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
    expect(scripts).toHaveLength(1);
    expect(bytes[0]).toBeLessThanOrEqual(15 * 1_024);
  });
});

describe('in the dark and in print', () => {
  it('the main pages stay accessible', async () => {
    const page = await browser.newPage({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } });
    for (const path of ['', types.campaign, types['write: the letter'], types.privacy]) {
      await visit(page, `/ar${path}`);
      expect.soft(await accessibilityProblems(page), path).toEqual([]);
    }
    await page.context().close();
  });
});
