import type { Browser } from 'playwright-core';
import { type Lang, langs } from '../src/config/langs.ts';
import { startBrowser } from '../test/support/browser.ts';
import { startDemonstration } from './demonstration.ts';
import { type Finding, finding, none, type Part, type Setting } from './part.ts';

/** How far a thumb reaches on a small phone without scrolling, from the top of the page; CSS pixels. */
const FIRST_SCREEN = 450;

/** Where the main action of every state's page ends on a small phone, in each language. */
export const firstActions: Part = {
  what: (rounds) => `${rounds} states at the most, in ${langs.length} languages, at 360 × 740 px`,
  rounds: 1_000,
  run: (setting) => measure(setting),
};

async function measure({ rounds, only, say }: Setting): Promise<readonly Finding[]> {
  const [site, browser] = await Promise.all([startDemonstration(say), startBrowser()]);
  try {
    const known = await site.app.database.selectFrom('states').select('iso3').orderBy('iso3').execute();
    const states = known.map(({ iso3 }) => iso3).filter((iso3) => iso3.includes(only ?? ''));
    const ends: { readonly page: string; readonly end: number }[] = [];
    for (const lang of langs) ends.push(...(await endsIn(browser, site.url, lang, states.slice(0, rounds))));
    const worst = ends.toSorted((one, other) => other.end - one.end).slice(0, 3);
    say(`the lowest: ${worst.map(({ page, end }) => `${page} ends at ${end}`).join(', ')}`);
    const beyond = ends.filter(({ end }) => !(end <= FIRST_SCREEN)).map(({ page, end }) => `${page} at ${end}`);
    return [
      finding('pages of states', ends.length, 1),
      none(`whose main action ends beyond ${FIRST_SCREEN} px`, beyond),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function endsIn(browser: Browser, url: string, lang: Lang, states: readonly string[]) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const ends: { readonly page: string; readonly end: number }[] = [];
  for (const iso3 of states) {
    await page.goto(`${url}/${lang}/states/${iso3}`, { waitUntil: 'domcontentloaded' });
    const box = await page.locator('main .row .go').first().boundingBox();
    ends.push({ page: `${lang}/${iso3}`, end: box ? Math.round(box.y + box.height) : Number.NaN });
  }
  await page.context().close();
  return ends;
}
