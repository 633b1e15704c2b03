import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/config/langs.ts';
import { words } from '../../src/locales/words.ts';
import { startBrowser } from '../support/browser.ts';
import { FIRST } from '../support/campaigns.ts';
import { accessibilityProblems, cramped, darkProblems, tooWide } from '../support/look.ts';
import { type Site, startSite } from '../support/site.ts';
import { signedInAs } from '../support/staff.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { work: false }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function pageOf(name: string, { javaScriptEnabled, width }: { javaScriptEnabled: boolean; width: number }) {
  const { token } = await signedInAs(site.running.app, name, 'campaigner');
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ javaScriptEnabled, viewport, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'office', value: token, url: `${site.url}/office` }]);
  return context.newPage();
}

/** From the list to the words of the general ask in a language. */
async function opensAsk(page: Page, lang: Lang, language: string) {
  await page.goto(`${site.url}/office/${lang}/campaigns`);
  await page.locator('tbody th a').first().click();
  await page.locator('ol.list a').last().click();
  await page.locator('.languages').getByRole('link', { name: language, exact: true }).click();
}

/** Pictures to be looked at, where somebody says where they go. */
async function kept(page: Page, name: string) {
  if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${name}.png`), fullPage: true });
}

it.each([
  ['en', 'French', true, 1280],
  ['ar', 'الإسبانية', false, 360],
] as const)('two people edit one ask in %s', async (lang, language, javaScriptEnabled, width) => {
  const { t } = words(lang);
  const [lina, omar] = [
    await pageOf(`Lina ${lang}`, { javaScriptEnabled, width }),
    await pageOf(`Omar ${lang}`, { javaScriptEnabled, width }),
  ];
  for (const page of [lina, omar]) await opensAsk(page, lang, language);
  await kept(lina, `edit-${lang}-${width}`);
  const save = (page: Page) => page.getByRole('button', { name: t('campaigns.words.save') }).click();
  await omar.locator('[name="say-subject"]').fill('By Omar');
  await omar.locator('[name="say-closing"]').fill('Closing by Omar');
  await save(omar);
  await omar.getByText(t('campaigns.words.done.shown')).waitFor();
  await lina.locator('[name="say-subject"]').fill('By Lina');
  await lina.locator('[name="say-title"]').fill('Title by Lina');
  await save(lina);
  await lina.getByRole('alert').waitFor();
  expect(await lina.getByRole('alert').textContent()).toContain(`Omar ${lang}`);
  await kept(lina, `conflict-${lang}-${width}`);
  if (javaScriptEnabled) {
    expect(await accessibilityProblems(lina)).toEqual([]);
    expect(await darkProblems(lina)).toEqual([]);
    for (const narrow of [360, 1280]) expect(await tooWide(lina, narrow)).toEqual([]);
    expect(await cramped(lina)).toEqual([]);
    await lina.setViewportSize({ width, height: 800 });
  }
  expect(await lina.locator('.both mark').allTextContents()).toEqual(['Omar', 'Lina']);
  expect(await lina.locator('[name="say-closing"]').inputValue()).toBe('Closing by Omar');
  await lina.locator('[name="say-subject"]').fill('By Omar and Lina');
  await save(lina);
  await lina.getByText(t('campaigns.words.done.shown')).waitFor();
  const values = ['subject', 'closing', 'title'].map((name) => lina.locator(`[name="say-${name}"]`).inputValue());
  expect(await Promise.all(values)).toEqual(['By Omar and Lina', 'Closing by Omar', 'Title by Lina']);
  await lina.getByRole('link', { name: t('campaigns.versions'), exact: true }).click();
  await kept(lina, `versions-${lang}-${width}`);
  await lina.locator('ul.list a').last().click();
  await kept(lina, `version-${lang}-${width}`);
  await lina.getByRole('button', { name: t('campaigns.version.bring.do', { number: 1 }) }).click();
  await lina.getByText(t('campaigns.words.done.shown')).waitFor();
  expect(await lina.locator('[name="say-title"]').inputValue()).not.toBe('Title by Lina');
  await lina.locator('[name="say-title"]').fill('');
  await save(lina);
  await lina.getByRole('alert').waitFor();
  await kept(lina, `wrong-${lang}-${width}`);
  await lina.goto(`${site.url}/office/${lang}/campaigns/${FIRST}`);
  await kept(lina, `campaign-${lang}-${width}`);
  await lina.goto(`${site.url}/office/${lang}/campaigns/${FIRST}/asks/general`);
  expect(await lina.getByText(t('campaigns.done.bring-back')).count()).toBeGreaterThan(0);
  await kept(lina, `ask-${lang}-${width}`);
  await lina.goto(`${site.url}/office/${lang}/campaigns`);
  await kept(lina, `list-${lang}-${width}`);
});
