import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorAt } from '../../src/actors/at-the-machine.ts';
import { type Lang, langs } from '../../src/config/langs.ts';
import { judgeRisk, readJudgement } from '../../src/states/judge-risk.ts';
import { startBrowser } from '../support/browser.ts';
import { FIRST } from '../support/campaigns.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';

const SCREEN = { width: 360, height: 740 };
const MOST_SCREENS = 2.5;
const ADDRESS = 'foreign-minister@affairs.example';
let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { work: false }), startBrowser()]);
  const { database } = site.running.app;
  await addresseeWithMail(site, 'foreign-minister', ADDRESS);
  await database.updateTable('channels').set({ example: true }).where('value', '=', ADDRESS).execute();
  const typed = { words: ['open', 'KEN'], because: 'read', source: 'A report', on: '2026-11-20' };
  await judgeRisk(database, readJudgement(typed, '2026-11-26'), await operatorAt(database, 'Nadia O.'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function opens(lang: Lang, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN, isMobile: true });
  const page = await context.newPage();
  await page.goto(`${site.url}/${lang}${path}`);
  return page;
}

const measured: string[] = [];
afterAll(() => {
  process.stdout.write(
    `\nThe longest letter form at 360×740, at the most ${MOST_SCREENS} screens: ${measured.join(', ')}\n`,
  );
});

describe('a letter form', () => {
  it.each(langs)('stays short in %s where it has to say most', async (lang) => {
    const page = await opens(lang, `/campaigns/${FIRST}/write?state=KEN`);
    await page.locator('#letter').waitFor();
    const main = await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height ?? 0);
    measured.push(`${lang} ${(main / SCREEN.height).toFixed(2)}`);
    expect(await page.locator('main').textContent()).toContain(ADDRESS);
    expect(main / SCREEN.height).toBeLessThanOrEqual(MOST_SCREENS);
    await page.context().close();
  });
});
