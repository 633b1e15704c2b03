import type { Page } from 'playwright-core';
import { type Lang, langs } from '../src/config/langs.ts';
import { arrive } from '../test/support/arrive.ts';
import { startBrowser } from '../test/support/browser.ts';
import { legendProblems } from '../test/support/forced-colours.ts';
import { accessibilityProblems, cramped, darkProblems, tooWide } from '../test/support/look.ts';
import type { PageType } from '../test/support/open-page.ts';
import { pageTypes } from '../test/support/page-types.ts';
import { startDemonstration } from './demonstration.ts';
import { type Finding, finding, none, type Part, type Setting } from './part.ts';

const WIDTHS = [360, 1_280];

/** Looks at every page as people do who see or use it otherwise, in four languages, on a phone and on a desk. */
export const everyPage: Part = {
  what: (rounds) => `${rounds} pages at the most, in ${langs.length} languages`,
  rounds: 1_000,
  run: (setting) => lookAtAll(setting),
};

async function lookAtAll({ rounds, only = '', say }: Setting): Promise<readonly Finding[]> {
  const [site, browser] = await Promise.all([startDemonstration(say), startBrowser()]);
  try {
    const types = (await pageTypes(site)).filter(({ name }) => name.includes(only)).slice(0, rounds);
    const problems: string[] = [];
    const hand = async (mine: readonly Lang[]) => {
      const [page, blank] = [await browser.newPage({ reducedMotion: 'reduce' }), await browser.newPage()];
      for (const lang of mine) {
        for (const type of types) {
          const found = await problemsOf(page, blank, site.url, lang, type);
          for (const problem of found) say(`${lang} ${type.name}: ${problem}`);
          problems.push(...found.map((problem) => `${lang} ${type.name}: ${problem}`));
        }
        say(`${lang}: ${types.length} pages`);
      }
    };
    await Promise.all([hand(langs.slice(0, 2)), hand(langs.slice(2))]);
    return [finding('pages looked at', types.length * langs.length, 1), none('problems', problems)];
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function problemsOf(page: Page, blank: Page, url: string, lang: Lang, type: PageType): Promise<string[]> {
  const found: string[] = [];
  await arrive(page, url, lang, type);
  for (const width of WIDTHS) {
    found.push(...(await tooWide(page, width)).map((one) => `at ${width} px: ${one}`));
    found.push(...(await accessibilityProblems(page)), ...(await darkProblems(page)));
    found.push(...(await legendProblems(page, blank)));
  }
  return [...found, ...(await cramped(page))];
}
