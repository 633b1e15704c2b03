import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Lang, langs } from '../src/config/langs.ts';
import { root } from '../src/config/root.ts';
import { arrive } from '../test/support/arrive.ts';
import { startBrowser } from '../test/support/browser.ts';
import type { PageType } from '../test/support/open-page.ts';
import { pageTypes } from '../test/support/page-types.ts';
import { contactSheet } from './contact-sheet.ts';
import { startDemonstration } from './demonstration.ts';
import { type Finding, finding, none, type Part, type Setting } from './part.ts';
import { pictureFile, type Way, ways } from './picture-file.ts';

/** Ignored by git. */
const FOLDER = join(root, 'screenshots');
/** CSS pixels of a page that are drawn; beyond them browsers refuse. */
const TALLEST = 12_000;

/** Makes pictures of every page, in four languages, for phone and desk, light and dark, without JavaScript, and one sheet of them all. */
export const screenshots: Part = {
  what: (rounds) => `${rounds} pages at the most, in ${langs.length} languages, into screenshots/index.html`,
  rounds: 1_000,
  run: (setting) => makeScreenshots(setting),
};

async function makeScreenshots({ rounds, only, say }: Setting): Promise<readonly Finding[]> {
  const [site, browser] = await Promise.all([startDemonstration(say), startBrowser()]);
  try {
    const types = (await pageTypes(site)).filter(({ name }) => name.includes(only ?? '')).slice(0, rounds);
    if (only === undefined) await rm(FOLDER, { recursive: true, force: true });
    const wide = new Set<string>();
    const hand = async (mine: readonly Lang[]) => {
      for (const lang of mine) {
        await mkdir(join(FOLDER, lang), { recursive: true });
        const page = await browser.newPage({ javaScriptEnabled: false, reducedMotion: 'reduce' });
        for (const type of types) {
          await arrive(page, site.url, lang, type);
          await bringFaces(page);
          for (const way of ways)
            if (await draw(page, lang, type, way)) wide.add(`${lang} ${type.name} at ${way.width}`);
        }
        await page.context().close();
        say(`${lang}: ${types.length} pages`);
      }
    };
    await Promise.all([hand(langs.slice(0, 2)), hand(langs.slice(2))]);
    await writeFile(join(FOLDER, 'index.html'), contactSheet(types));
    return [
      finding('pictures', types.length * langs.length * ways.length, 1),
      none('pages that scroll sideways', [...wide]),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** The faces of headings, which a second page has; no script of the page brings them here. */
async function bringFaces(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { latin, arabic } = document.querySelector<HTMLElement>('[data-latin]')?.dataset ?? {};
    for (const [family, url] of [
      ['Vollkorn', latin],
      ['Amiri', arabic],
    ] as const)
      if (url) document.fonts.add(await new FontFace(family, `url(${url})`, { weight: '600' }).load());
    await document.fonts.ready;
  });
}

/** @returns whether the page is wider than its window */
async function draw(page: Page, lang: Lang, { name }: PageType, way: Way): Promise<boolean> {
  await page.setViewportSize({ width: way.width, height: way.width < 400 ? 740 : 900 });
  await page.emulateMedia({ colorScheme: way.scheme });
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width: way.width, height: Math.min(height, TALLEST) };
  await page.screenshot({
    path: join(FOLDER, pictureFile(lang, name, way)),
    fullPage: true,
    clip,
    animations: 'disabled',
  });
  return width > way.width;
}
