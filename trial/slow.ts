import type { Browser, Page } from 'playwright-core';
import { type Lang, langs } from '../src/config/langs.ts';
import { startBrowser } from '../test/support/browser.ts';
import { FIRST } from '../test/support/campaigns.ts';
import { startDemonstration } from './demonstration.ts';
import { type Finding, type Part, type Setting, spread } from './part.ts';

/** A poor connection of a phone, as browsers imitate it: 50 kbit/s each way, 300 ms until an answer begins. */
const POOR = { offline: false, latency: 300, downloadThroughput: 50_000 / 8, uploadThroughput: 50_000 / 8 };
const READABLE = 2_500;
const LETTER_FORM = 8_000;
const WHOLE = 4_000;
const campaign = `/campaigns/${FIRST}`;
/** Of the record and of the states. */
const wholePages = [
  '/record',
  '/record/situations/darfur',
  '/record/cases/bemba',
  '/states',
  '/states/BDI',
  '/states/map/asia',
];

/** Opens what people open on a poor connection, in each language, with nothing kept from before. */
export const slow: Part = {
  what: (rounds) => `each page ${rounds} times at 50 kbit/s and 300 ms, in ${langs.length} languages`,
  rounds: 1,
  run: (setting) => measure(setting),
};

async function measure({ rounds, only, say }: Setting): Promise<readonly Finding[]> {
  const [site, browser] = await Promise.all([startDemonstration(say), startBrowser()]);
  try {
    const findings: Finding[] = [];
    for (const lang of langs) {
      for (const { what, most, take } of measures(lang, site.url)) {
        if (!what.includes(only ?? '')) continue;
        const taken: Timing[] = [];
        for (let round = 0; round < rounds; round += 1) taken.push(await onPoorPhone(browser, lang, take));
        findings.push(measuredAs(what, most, taken));
        say(`${what}: ${findings.at(-1)?.found}`);
      }
    }
    return findings;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Milliseconds, and what else is worth telling. */
interface Timing {
  readonly took: number;
  readonly more: string;
}

interface Measure {
  readonly what: string;
  readonly most: number;
  take(page: Page): Promise<Timing>;
}

function measures(lang: Lang, url: string): readonly Measure[] {
  const at = (path: string) => `${url}/${lang}${path}`;
  return [
    { what: `${lang} campaign, readable`, most: READABLE, take: (page) => readable(page, at(campaign)) },
    { what: `${lang} campaign to letter form`, most: LETTER_FORM, take: (page) => toLetterForm(page, at(campaign)) },
    ...wholePages.map((path) => ({
      what: `${lang} ${path}, whole`,
      most: WHOLE,
      take: (page: Page) => whole(page, at(path)),
    })),
  ];
}

async function onPoorPhone(browser: Browser, lang: Lang, take: Measure['take']): Promise<Timing> {
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    extraHTTPHeaders: { 'accept-language': `${lang}-KE` },
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', POOR);
  try {
    return await take(page);
  } finally {
    await page.context().close();
  }
}

/** Until the largest of the first screen is painted (LCP). */
async function readable(page: Page, address: string): Promise<Timing> {
  await page.goto(address, { waitUntil: 'load' });
  const largest = await page.evaluate(
    () =>
      new Promise<number>((found) => {
        const observer = new PerformanceObserver((list) => found(list.getEntries().at(-1)?.startTime ?? Number.NaN));
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return { took: largest, more: await parts(page) };
}

/**
 * Until everything is there that the page shows: neither the icon of its tab, nor the face of headings, which is not shown on a page that
 * it comes late to (`font-display: optional`) and is told beside.
 */
async function whole(page: Page, address: string): Promise<Timing> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const took = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const others = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const shown = others.filter(({ name, initiatorType }) => initiatorType !== 'other' && !name.endsWith('.woff2'));
    return Math.max(navigation?.responseEnd ?? Number.NaN, ...shown.map(({ responseEnd }) => responseEnd));
  });
  return { took, more: await parts(page) };
}

/** By thumb, each button as soon as it is there. */
async function toLetterForm(page: Page, address: string): Promise<Timing> {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main a.go').first().click({ noWaitAfter: true });
  await page.locator('.named button.go').first().click({ noWaitAfter: true });
  await page.locator('button[value=send].go').waitFor();
  return { took: performance.now() - began, more: new URL(page.url()).pathname };
}

function parts(page: Page): Promise<string> {
  return page.evaluate(() => {
    const seconds = (time: number | undefined) => ((time ?? Number.NaN) / 1_000).toFixed(2);
    const [first] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const others = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const bytes = others.reduce((sum, one) => sum + one.transferSize, 0);
    const face = others.find(({ name }) => name.endsWith('.woff2'));
    return (
      `first paint ${seconds(first?.startTime)}, HTML ${seconds(navigation?.responseEnd)} ` +
      `(${navigation?.transferSize} B), ${others.length} files (${bytes} B), face ${seconds(face?.responseEnd)}`
    );
  });
}

function measuredAs(what: string, most: number, taken: readonly Timing[]): Finding {
  const { median } = spread(taken.map(({ took }) => took));
  const seconds = (time: number) => `${(time / 1_000).toFixed(2)} s`;
  return {
    what,
    found: `${seconds(median)}; ${taken[0]?.more}`,
    promised: `≤ ${seconds(most)}`,
    holds: median <= most,
  };
}
