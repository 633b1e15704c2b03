import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { FIRST } from '../support/campaigns.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

const WHY = 'My uncle never came home.';
const campaign = `/en/campaigns/${FIRST}`;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { work: false }), startBrowser()]);
  await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** The letter's form, with a few words typed. */
async function writing(scripts: boolean, email = 'not an address', why = WHY): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.goto(`${site.url}${campaign}/write?state=KEN`);
  await page.locator('main button.go').click();
  await page.locator('textarea[name=why]').fill(why);
  await page.locator('input[name=name]').fill('Amina K.');
  await page.locator('input[name=email]').fill(email);
  return page;
}

const typed = async (page: Page) => [
  await page.locator('textarea[name=why]').inputValue(),
  await page.locator('input[name=name]').inputValue(),
];

describe.each([true, false])('what was typed (scripts: %s)', (scripts) => {
  it('is there again whoever left by a link, or sent it, and goes back', async () => {
    const page = await writing(scripts, 'amina@mail.example');
    await page.locator('.over a').click();
    await page.waitForURL(/common-bonds$/);
    await page.goBack();
    expect(await typed(page)).toEqual([WHY, 'Amina K.']);
    await page.locator('button[value=send].go').click();
    await page.waitForURL(/check-your-mail/);
    await page.goBack();
    expect(await typed(page)).toEqual([WHY, 'Amina K.']);
    await page.context().close();
  });

  it('is there whoever printed it and changes it after all', async () => {
    const page = await writing(scripts);
    await page.locator('button[value=print]').click();
    await page.locator('.sheet').waitFor();
    await page.locator('button[value=edit]').click();
    expect(await typed(page)).toEqual([WHY, 'Amina K.']);
    expect(await page.locator('input[name=email]').inputValue()).toBe('not an address');
    expect(await page.locator('.sum').count()).toBe(0);
    await page.context().close();
  });

  it('is given back with everything that is to be known of it, at once', async () => {
    const page = await writing(scripts, 'not an address', `${WHY} See www.act.example`);
    await page.locator('button[value=send].go').click();
    await page.locator('.sum').waitFor();
    const told = await page.locator('.sum a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(told).toEqual(['#why', '#email']);
    expect(await page.locator('#email-error').isVisible()).toBe(true);
    expect(await page.locator('#why-note').textContent()).toContain('press the button again');
    expect(await page.locator('textarea[name=why]').getAttribute('aria-describedby')).toContain('why-note');
    expect(await page.locator('[data-only-here]').isVisible()).toBe(true);
    await page.locator('input[name=email]').fill(new Supporter(site).email);
    await page.locator('button[value=send].go').click();
    await page.waitForURL(/check-your-mail/);
    await page.context().close();
  });

  it('as another address goes along into another language', async () => {
    const page = await writing(scripts, 'amina@mail.exmaple');
    await page.locator('button[value=send].go').click();
    await page.waitForURL(/check-your-mail/);
    await page.locator('main summary').click();
    await page.locator('#correct input[name=email]').fill('amina@');
    await page.locator('#correct button.go').click();
    await page.locator('.sum').waitFor();
    expect(await page.locator('#correct input[name=email]').inputValue()).toBe('amina@');
    await page.locator('.fold:not(.menu) summary').click();
    await page.locator('header button[lang=es]').click();
    await page.locator('html[lang=es]').waitFor();
    expect(await page.locator('.sum a').getAttribute('href')).toBe('#email');
    expect(await page.locator('#email-error').isVisible()).toBe(true);
    expect(await page.locator('#correct input[name=email]').inputValue()).toBe('amina@');
    await page.locator('#correct input[name=email]').fill(new Supporter(site).email);
    await page.locator('#correct button.go').click();
    await page.waitForURL(/done=again/);
    await page.context().close();
  });
});

describe('a page that a form came back with', () => {
  it('asks before it is left by a link, and not before it is sent', async () => {
    const page = await writing(true);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog.dismiss();
    });
    await page.locator('button[value=send].go').click();
    await page.locator('.sum').waitFor();
    await page.locator('textarea[name=why]').fill(`${WHY} He was a teacher.`);
    await page.locator('.over a').click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await typed(page)).toEqual([`${WHY} He was a teacher.`, 'Amina K.']);
    await page.locator('input[name=email]').fill(new Supporter(site).email);
    await page.locator('button[value=send].go').click();
    await page.waitForURL(/check-your-mail/);
    expect(asked).toHaveLength(1);
    await page.context().close();
  });

  it('offers no other country, by which its words would go', async () => {
    const page = await writing(false);
    await page.locator('button[value=others]').click();
    await page.locator('#addressees').waitFor();
    expect(await page.locator('main a[href$="/write"]').count()).toBe(0);
    expect(await page.locator('[data-only-here]').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('a country that was chosen to join from', () => {
  it('goes along into another language', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${site.url}${campaign}/join`);
    await page.locator('select[name=state]').selectOption('KEN');
    await page.locator('.fold:not(.menu) summary').click();
    await page.locator('header button[lang=fr]').click();
    await page.locator('html[lang=fr]').waitFor();
    expect(await page.locator('select[name=state]').inputValue()).toBe('KEN');
    await page.context().close();
  });
});
