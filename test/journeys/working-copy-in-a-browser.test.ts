import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lang } from '../../src/config/langs.ts';
import { words } from '../../src/locales/words.ts';
import { startBrowser } from '../support/browser.ts';
import { campaignWords } from '../support/campaign-words.ts';
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

async function signsIn(name: string) {
  const { token } = await signedInAs(site.running.app, name, 'editor');
  return token;
}

async function contextOf(token: string, how: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const { javaScriptEnabled = true, width = 1280 } = how;
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ javaScriptEnabled, viewport, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'office', value: token, url: `${site.url}/office` }]);
  return context;
}

async function opensWords(context: BrowserContext, lang: Lang, of: Lang, scripts = true): Promise<Page> {
  const { item } = await campaignWords(site.running.app.database, FIRST, of);
  const page = await context.newPage();
  // The browser's clock goes on as ever, and faster where the test says so.
  if (scripts) await page.clock.install();
  await page.goto(`${site.url}/office/${lang}/campaigns/${FIRST}/words/${item.id}/${of}`);
  return page;
}

const tagline = (page: Page) => page.locator('[name="say-tagline"]');
const said = (page: Page) => page.locator('working-copy > [role=status]');

/** What the page asks the server to keep. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/keep')) sent.push(request.url());
  });
  return sent;
}

const keptAt = (lang: Lang) =>
  new RegExp(words(lang).t('office.copy.kept', { at: '@' }).split('@').map(RegExp.escape).join('.+'));
const ago = () => site.running.app.pool.query(`UPDATE working_copies SET typed_at = typed_at - interval '10 seconds'`);

/** Pictures to be looked at, where somebody says where they go. */
async function kept(page: Page, name: string) {
  if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${name}.png`) });
}

async function looksWell(page: Page, width: number) {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await darkProblems(page)).toEqual([]);
  for (const narrow of [360, 1280]) expect(await tooWide(page, narrow)).toEqual([]);
  expect(await cramped(page)).toEqual([]);
  await page.setViewportSize({ width, height: 800 });
}

it('is kept five seconds after the last key, at most every ten seconds, and says so', async () => {
  const page = await opensWords(await contextOf(await signsIn('Nour A.')), 'en', 'fr');
  const sent = sentBy(page);
  await tagline(page).fill('Un');
  await page.clock.runFor(3_000);
  await tagline(page).fill('Un deux');
  await page.clock.runFor(3_000);
  expect(sent).toHaveLength(0);
  await page.clock.runFor(2_100);
  await expect.poll(() => said(page).textContent()).toMatch(keptAt('en'));
  expect(sent).toHaveLength(1);
  await ago();
  await tagline(page).fill('Un deux trois');
  await page.clock.runFor(5_500);
  expect(sent).toHaveLength(1);
  await page.clock.runFor(5_000);
  await expect.poll(() => sent.length).toBe(2);
  await expect.poll(() => page.locator('[name=working-copy]').inputValue()).toMatch(/:2$/);
  await page.context().setOffline(true);
  await tagline(page).fill('Un deux trois quatre');
  await page.clock.runFor(10_100);
  const { t } = words('en');
  await expect.poll(() => said(page).textContent()).toBe(t('office.copy.failed'));
  expect(await tagline(page).inputValue()).toBe('Un deux trois quatre');
  await page.context().setOffline(false);
  await ago();
  await page.clock.runFor(20_100);
  await expect.poll(() => said(page).textContent()).toMatch(keptAt('en'));
  // What was sent is not kept after it.
  await tagline(page).fill('Un, deux, trois.');
  await page.getByRole('button', { name: t('campaigns.words.save') }).click();
  await page.getByText(t('campaigns.words.done.shown')).waitFor();
  expect((await site.running.app.pool.query('SELECT 1 FROM working_copies')).rows).toEqual([]);
});

it.each([
  ['en', 'es', 1280],
  ['ar', 'ar', 360],
] as const)('comes back in another browser, in %s, also without scripts', async (lang, of, width) => {
  const { t } = words(lang);
  const token = await signsIn(`Rania ${lang}`);
  const page = await opensWords(await contextOf(token, { width }), lang, of);
  await tagline(page).fill('A line of mine');
  await page.clock.runFor(5_100);
  await expect.poll(() => said(page).textContent()).toMatch(keptAt(lang));
  await kept(page, `copy-kept-${lang}-${width}`);
  await looksWell(page, width);
  // A second tab of theirs, which knows nothing of it.
  const second = await opensWords(await contextOf(token, { width, javaScriptEnabled: false }), lang, of, false);
  await kept(second, `copy-there-${lang}-${width}`);
  expect(await tagline(second).inputValue()).not.toBe('A line of mine');
  await second.getByRole('link', { name: t('office.copy.goOn') }).click();
  expect(await tagline(second).inputValue()).toBe('A line of mine');
  await kept(second, `copy-goes-on-${lang}-${width}`);
  const third = await opensWords(await contextOf(token, { width }), lang, of);
  await tagline(third).fill('Another line');
  await third.clock.runFor(5_100);
  const over = third.getByRole('button', { name: t('office.copy.over') });
  await over.waitFor();
  await kept(third, `copy-elsewhere-${lang}-${width}`);
  await looksWell(third, width);
  await ago();
  await over.click();
  await third.clock.runFor(10_100);
  await expect.poll(() => said(third).textContent()).toMatch(keptAt(lang));
  await second.reload();
  expect(await tagline(second).inputValue()).toBe('Another line');
  await second.getByRole('button', { name: t('office.copy.away') }).click();
  expect(await second.getByRole('link', { name: t('office.copy.goOn') }).count()).toBe(0);
});

it('an open page asks every twenty seconds while it is seen, and says who else is there and what was changed', async () => {
  const { t } = words('en');
  const tokens = [await signsIn('Sami K.'), await signsIn('Tala M.')] as const;
  const sami = await opensWords(await contextOf(tokens[0]), 'en', 'es');
  const asked: string[] = [];
  sami.on('request', (request) => {
    if (request.url().endsWith('/watch')) asked.push(request.url());
  });
  await sami.clock.runFor(10_000);
  expect(asked).toHaveLength(0);
  const tala = await opensWords(await contextOf(tokens[1]), 'en', 'es');
  await tala.getByText('Sami K.').waitFor();
  await tagline(sami).fill('What Sami types');
  await sami.clock.runFor(10_100);
  await sami.locator('item-watch').getByText('Tala M.').waitFor();
  expect(asked.length).toBeGreaterThan(0);
  await tagline(tala).fill('By Tala');
  await tala.getByRole('button', { name: t('campaigns.words.save') }).click();
  await tala.getByText(t('campaigns.words.done.shown')).waitFor();
  await sami.clock.runFor(20_100);
  const look = sami.getByRole('link', { name: t('office.watch.look') });
  await look.waitFor();
  await kept(sami, 'watch-changed-en-1280');
  await looksWell(sami, 1280);
  const [other] = await Promise.all([sami.context().waitForEvent('page'), look.click()]);
  expect(await tagline(other).inputValue()).toBe('By Tala');
  expect(await tagline(sami).inputValue()).toBe('What Sami types');
});
