import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/accounts/roles.ts';
import { langs } from '../../src/config/langs.ts';
import { rooms } from '../../src/rooms.ts';
import { sections } from '../fixtures/rooms/sections/room.ts';
import { startBrowser } from '../support/browser.ts';
import { accessibilityProblems, cramped, darkProblems, tooWide } from '../support/look.ts';
import { type Site, startSite } from '../support/site.ts';
import { signedInAs } from '../support/staff.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { rooms: [...rooms, sections], work: false }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function pageOf(name: string, role: Role, javaScriptEnabled = true): Promise<Page> {
  const { token } = await signedInAs(site.running.app, name, role);
  const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'office', value: token, url: `${site.url}/office` }]);
  return context.newPage();
}

const shown = (page: Page) =>
  page
    .locator('.places a')
    .evaluateAll((links) => links.filter((one) => one.checkVisibility()).map((one) => one.textContent));

describe('the places of the office', () => {
  it('are those that a role may open, and everybody’s', async () => {
    const page = await pageOf('Omar T.', 'moderator');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${site.url}/office/en`);
    const all = [
      'What waits',
      'Held letters',
      'Requests of offices',
      'Names for showing',
      'Paused addresses',
      'Statistics',
      'Campaigns',
      'Pictures',
      'Who can be written to',
      'Pledges',
      'People’s data',
      'Your account',
    ];
    expect(await shown(page)).toEqual(all);
    for (const place of await page.locator('.places a').all()) {
      const href = await place.getAttribute('href');
      expect((await page.request.get(site.url + href)).status(), String(href)).toBe(200);
    }
  });

  it('fold under the name of the one where somebody is, on a phone and without scripts', async () => {
    const page = await pageOf('Lina H.', 'administrator', false);
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto(`${site.url}/office/en/held-letters`);
    expect(await shown(page)).toEqual([]);
    await page.getByText('Held letters Menu').click();
    expect(await shown(page)).toHaveLength(site.running.app.handed.officeNavigation.length);
    await page.getByRole('link', { name: 'Who can be written to' }).click();
    await page.waitForURL(/addressees$/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Who can be written to');
  });

  it('mark the one where somebody is, also on pages below it', async () => {
    const page = await pageOf('Amina K.', 'administrator');
    await page.setViewportSize({ width: 1280, height: 800 });
    const marked = () =>
      page
        .locator('.places [aria-current]')
        .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('aria-current')]));
    await page.goto(`${site.url}/office/en`);
    expect(await marked()).toEqual([['What waits', 'page']]);
    await page.goto(`${site.url}/office/en/staff`);
    expect(await marked()).toEqual([['Staff', 'page']]);
    await page.getByRole('main').getByRole('link').first().click();
    expect(await marked()).toEqual([['Staff', 'true']]);
  });

  it.each(langs)('are accessible in %s with all of them, on a phone and at a desk, in the dark', async (lang) => {
    const page = await pageOf(`Nadia ${lang}`, 'administrator');
    await page.goto(`${site.url}/office/${lang}/record`);
    for (const width of [360, 1280]) {
      expect(await tooWide(page, width)).toEqual([]);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await darkProblems(page)).toEqual([]);
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/places-${lang}-${width}.png` });
    }
    expect(await cramped(page)).toEqual([]);
  });
});
