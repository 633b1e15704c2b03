import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../src/config/langs.ts';
import { startBrowser } from '../support/browser.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

const SCREEN = { width: 360, height: 740 };
/** What it may take from home to the status, a form in screens, and where the first action ends at the latest, in CSS pixels. */
const MOST = { taps: 9, pages: 6, form: 2.5, action: 450 };
let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
  for (const office of ['head-of-government', 'foreign-minister', 'justice-minister'])
    await addresseeWithMail(site, office, `${office}@gov.example`);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Counts what a person does with a thumb, and the pages they wait for. */
class Thumb {
  taps = 0;
  pages = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('load', () => {
      this.pages += 1;
    });
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(`${site.url}${address}`);
  }

  /** Taps what leads to another page. */
  async follows(selector: string): Promise<void> {
    this.taps += 1;
    await Promise.all([this.page.waitForEvent('load'), this.page.locator(selector).first().click()]);
  }

  /** Taps a field and types. */
  async types(selector: string, words: string): Promise<void> {
    this.taps += 1;
    await this.page.locator(selector).fill(words);
  }

  async heightOf(selector: string): Promise<number> {
    const box = await this.page.locator(selector).boundingBox();
    return (box?.height ?? 0) / SCREEN.height;
  }

  async bottom(selector: string): Promise<number> {
    const { y, height } = (await this.page.locator(selector).first().boundingBox()) ?? { y: Number.NaN, height: 0 };
    return Math.round(y + height);
  }
}

async function phone(lang: string, acceptLanguage: string): Promise<Thumb> {
  const context = await browser.newContext({
    viewport: SCREEN,
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled: lang !== 'es',
    extraHTTPHeaders: { 'accept-language': acceptLanguage },
  });
  return new Thumb(await context.newPage());
}

const measured: string[] = [];
afterAll(() => {
  process.stdout.write(
    `${['', `Home to status at 360×740, at the most ${JSON.stringify(MOST)}:`, ...measured].join('\n')}\n`,
  );
});

describe('a letter on a phone', () => {
  it.each(langs)('takes two minutes in %s', async (lang) => {
    const supporter = new Supporter(site, { lang });
    const thumb = await phone(lang, `${lang}-KE`);
    await thumb.opens(`/${lang}`);
    const action = await thumb.bottom('main a.go');
    await thumb.follows('main a.go');
    await thumb.follows('.named button.go');
    const [form, whole] = [await thumb.heightOf('main'), await thumb.heightOf('body')];
    await thumb.types('textarea[name=why]', 'My uncle never came home.');
    await thumb.types('input[name=name]', 'Amina K.');
    await thumb.types('input[name=email]', supporter.email);
    await thumb.follows('button[value=send].go');
    thumb.taps += 1;
    await thumb.opens(await supporter.confirmationLink());
    await thumb.follows('main button.go');
    expect(new URL(thumb.page.url()).pathname).toContain('/status/');
    measured.push(
      `${lang}: ${thumb.taps} taps, ${thumb.pages} pages, form ${form.toFixed(2)} screens (with header and footer ` +
        `${whole.toFixed(2)}), first action ends at y ${action}`,
    );
    expect(thumb.taps).toBeLessThanOrEqual(MOST.taps);
    expect(thumb.pages).toBeLessThanOrEqual(MOST.pages);
    expect(form).toBeLessThanOrEqual(MOST.form);
    expect(action).toBeLessThanOrEqual(MOST.action);
    await thumb.page.context().close();
  });

  it('takes as few pages where the browser names no country and its reader types it', async () => {
    const supporter = new Supporter(site);
    const thumb = await phone('en', 'en');
    await thumb.opens('/en');
    await thumb.types('.from input[name=state]', 'kenya');
    await thumb.follows('.from button');
    await thumb.follows('main button.go');
    await thumb.types('textarea[name=why]', 'My uncle never came home.');
    await thumb.types('input[name=name]', 'Amina K.');
    await thumb.types('input[name=email]', supporter.email);
    await thumb.follows('button[value=send].go');
    thumb.taps += 1;
    await thumb.opens(await supporter.confirmationLink());
    await thumb.follows('main button.go');
    expect(new URL(thumb.page.url()).pathname).toContain('/status/');
    measured.push(`en, country typed: ${thumb.taps} taps, ${thumb.pages} pages`);
    expect(thumb.taps).toBeLessThanOrEqual(9);
    expect(thumb.pages).toBeLessThanOrEqual(6);
    await thumb.page.context().close();
  });

  it.each([true, false])(
    'keeps what is typed while others are chosen, and says at once what is linked (scripts: %s)',
    async (scripts) => {
      const context = await browser.newContext({ viewport: SCREEN, javaScriptEnabled: scripts });
      const page = await context.newPage();
      await page.goto(`${site.url}/en/campaigns/united-by-common-bonds/write?state=KEN`);
      await page.locator('main button.go').click();
      await page.locator('textarea[name=why]').fill('My uncle never came home. See www.act.example');
      await page.locator('input[name=name]').fill('Amina K.');
      expect(await page.locator('[data-links]').isVisible()).toBe(scripts);
      if (scripts) {
        await page.locator('textarea[name=why]').fill('My uncle never came home.');
        expect(await page.locator('[data-links]').isVisible()).toBe(false);
      }
      await page.locator('button[value=others]').click();
      await page.locator('#addressees input[name=q]').fill('justice');
      await page.locator('#addressees button.o').first().click();
      expect(page.url()).not.toContain('uncle');
      await page.locator('#addressees input[type=checkbox]').first().uncheck();
      await page.getByLabel('Minister of Justice').check();
      await page.locator('button[value=write]').click();
      expect(await page.locator('textarea[name=why]').inputValue()).toContain('My uncle never came home.');
      expect(await page.locator('input[name=name]').inputValue()).toBe('Amina K.');
      expect(await page.locator('textarea[name=body]').inputValue()).toContain('Justice');
      await context.close();
    },
  );

  it('suggests a country and chooses none: what a slow page sends is what its reader chose', async () => {
    const thumb = await phone('en', 'en-KE,sw;q=0.8');
    await thumb.opens('/en/campaigns/united-by-common-bonds/write');
    const select = thumb.page.locator('select[name=state]');
    expect(await select.inputValue()).toBe('');
    expect(await select.locator('optgroup').first().locator('option').allTextContents()).toEqual([
      'Kenya',
      'United Republic of Tanzania',
      'Uganda',
    ]);
    await thumb.page.context().close();
  });
});
