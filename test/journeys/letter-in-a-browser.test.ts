import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

const ministry = 'minister@justice.gov.example';
let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
  await addresseeWithMail(site, 'justice-minister', ministry);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const opens = async (lang: string, options: BrowserContextOptions): Promise<Page> => {
  const page = await browser.newPage(options);
  await page.goto(`${site.url}/${lang}`);
  return page;
};

/** From the home page to the letter that waits for confirmation, by clicks alone. */
async function writesByClicking(page: Page, supporter: Supporter): Promise<void> {
  await page.locator('a.go').first().click();
  await page.waitForURL((url) => url.pathname.length > '/en'.length);
  await page.locator('select[name=state]').selectOption('KEN');
  await page.locator('#state-form button').click();
  await page.locator('main button.go').click();
  await page.locator('input[name=to]').nth(2).check();
  await page.locator('button[name=go]').click();
  await page.locator('textarea[name=why]').fill('My uncle never came home.');
  await page.locator('input[name=name]').fill('Amina K.');
  await page.locator('input[name=email]').fill(supporter.email);
  await page.locator('main button[value=send]').click();
  await page.waitForURL(/check-your-mail\?/);
}

async function confirmsInBrowser(page: Page, supporter: Supporter): Promise<void> {
  await page.goto(`${site.url}${await supporter.confirmationLink()}`);
  expect(await page.locator('main').textContent()).toContain('My uncle never came home.');
  await page.locator('main button.go').click();
  await page.waitForURL(/\/status\//);
}

describe('the whole letter', () => {
  it.each([
    [
      'in English on a phone, without JavaScript',
      'en',
      { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
    ],
    ['in Arabic on a phone', 'ar', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
    [
      'in Spanish on a desk, in the dark',
      'es',
      { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
    ],
  ])('%s', async (_name, lang, options) => {
    const supporter = new Supporter(site, { lang });
    const page = await opens(lang, options);
    await writesByClicking(page, supporter);
    await confirmsInBrowser(page, supporter);
    expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('in French, by keyboard alone', async () => {
    const supporter = new Supporter(site, { lang: 'fr' });
    const page = await opens('fr', { viewport: { width: 1280, height: 800 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await tabTo(page, 'a.go');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/write$/);
    await tabTo(page, 'select[name=state]');
    await page.keyboard.type('Kenya');
    await tabTo(page, '#state-form button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/state=KEN/);
    await tabTo(page, 'main button.go');
    await page.keyboard.press('Enter');
    await page.waitForURL(/aware=1/);
    for (let box = 0; box < 3; box += 1) await tabTo(page, 'input[name=to]');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[name=go]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/go=write/);
    await tabTo(page, 'textarea[name=why]');
    await page.keyboard.type('My uncle never came home.');
    await tabTo(page, 'input[name=name]');
    await page.keyboard.type('Amina K.');
    await tabTo(page, 'input[name=email]');
    await page.keyboard.type(supporter.email);
    await tabTo(page, 'main button[value=send]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/check-your-mail\?/);
    await confirmsInBrowser(page, supporter);
    await page.context().close();
  });
});

/** Presses Tab until what has the focus fits; it must be seen that it has it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => {
      const element = document.activeElement;
      return element?.matches(wanted) ? getComputedStyle(element).outlineStyle : undefined;
    }, selector);
    if (there === undefined) continue;
    expect(there, `${selector} shows that it has the focus`).not.toBe('none');
    return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

describe('an error', () => {
  it('is on top, with a link to its field, and what was typed is there', async () => {
    const supporter = new Supporter(site, { email: 'not an address' });
    const page = await opens('en', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await page.locator('a.go').first().click();
    await page.locator('select[name=state]').selectOption('KEN');
    await page.locator('#state-form button').click();
    await page.locator('main button.go').click();
    await page.locator('input[name=to]').nth(2).check();
    await page.locator('button[name=go]').click();
    await page.locator('input[name=email]').fill(supporter.email);
    await page.locator('textarea[name=body]').fill('My own words');
    await page.locator('main button[value=send]').click();
    await page.locator('.sum').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('sum');
    await page.locator('.sum a[href="#email"]').click();
    expect(await page.evaluate(() => location.hash)).toBe('#email');
    expect(await page.locator('textarea[name=body]').inputValue()).toBe('My own words');
    expect(await page.locator('input[name=email]').inputValue()).toBe('not an address');
    await page.locator('.fold:not(.menu) summary').click();
    await page.locator('header button[lang=ar]').click();
    await page.locator('html[lang=ar]').waitFor();
    // What is wrong is said again in the other language.
    expect(await page.locator('.sum a[href="#email"]').count()).toBe(1);
    expect(await page.title()).toMatch(/^خطأ: /);
    expect(await page.locator('textarea[name=body]').inputValue()).toBe('My own words');
    expect(await page.locator('input[name=email]').inputValue()).toBe('not an address');
    await page.context().close();
  });
});

describe('with JavaScript', () => {
  it('a message is copied with one press, and says so', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], baseURL: site.url });
    const page = await context.newPage();
    await page.goto('/en/campaigns/united-by-common-bonds');
    const button = page.locator('#messages copy-button button').first();
    await button.click();
    await page.waitForFunction(() => document.querySelector('#messages copy-button button')?.textContent === 'Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Through justice, peace');
    await context.close();
  });
});
