import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function reader(how: { js?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: how.js ?? false,
    viewport: { width: 360, height: 740 },
  });
  return context.newPage();
}

/** The first entry in what a page folds. */
async function idOfFirst(path: string): Promise<string> {
  const html = await (await fetch(`${site.url}${path}`)).text();
  return /<details class="folded">.*?<li id="([^"]+)"/s.exec(html)?.[1] ?? '';
}

describe('a journalist without JavaScript', () => {
  it('turns the whole record to a past day, and the day stays while moving on', async () => {
    const page = await reader();
    await page.goto(`${site.url}/fr/record`);
    await page.locator('.day summary').click();
    await page.getByLabel('Afficher une autre date').fill('2016-11-30');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(page.url()).toContain('/fr/record?on=2016-11-30');
    expect(await page.textContent('.day summary')).toContain('30\u00a0novembre 2016');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.getByRole('link', { name: 'Chaque personne par son nom' }).click();
    expect(page.url()).toContain('/fr/record/people?on=2016-11-30');
    await page.getByRole('link', { name: 'Bemba', exact: false }).first().click();
    expect(page.url()).toContain('on=2016-11-30');
    expect(await page.textContent('main')).toContain('acquittement par la suite');
    await page.locator('.menu summary').click();
    await page.getByRole('link', { name: 'Les États', exact: true }).click();
    expect(page.url()).toContain('/fr/states?on=2016-11-30');
    await page.goBack();
    await page.getByRole('link', { name: 'Revenir à aujourd’hui' }).click();
    expect(page.url()).not.toContain('on=');
    expect(await page.textContent('.lead')).toContain('Les juges d’appel ont acquitté Jean-Pierre Bemba Gombo');
    await page.context().close();
  });

  it('follows a figure to the list behind it, and to another day by its table', async () => {
    const page = await reader();
    await page.goto(`${site.url}/en/record?on=2016-11-30`);
    await page.locator('.figures a').nth(1).click();
    expect(await page.textContent('.lead')).toMatch(/^31: /);
    expect(await page.locator('.items > li').count()).toBe(31);
    await page.locator('main details:has(table) summary').first().click();
    await page.locator('main details td a').first().click();
    expect(await page.textContent('.lead')).toMatch(/^5: /);
    await page.context().close();
  });

  it('finds a long timeline folded, and open where a link leads into it and on paper', async () => {
    const page = await reader();
    const first = page.locator('details.folded .timeline li').first();
    await page.goto(`${site.url}/en/record/cases/bemba-et-al`);
    expect(await first.isVisible()).toBe(false);
    expect(await page.locator('.sec > .timeline > li').count()).toBe(10);
    await page.emulateMedia({ media: 'print' });
    expect(await first.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${site.url}/en/states/DEU#${await idOfFirst('/en/states/DEU')}`);
    expect(await first.isVisible()).toBe(true);
    await page.context().close();
  });

  it('sees a joint case as it was before somebody got a case of their own', async () => {
    const caseOn = async (query: string) => (await fetch(`${site.url}/en/record/cases/kony${query}`)).text();
    expect(await caseOn('?on=2010-01-01')).toContain('Dominic Ongwen');
    expect(await caseOn('')).not.toContain('Dominic Ongwen');
  });

  it.each(['2016-02-30', '1997-12-31', '2199-01-01', 'yesterday', "' OR 1=1"])(
    'is told what to do about %j',
    async (on) => {
      const response = await fetch(`${site.url}/es/record/figures/states-parties?on=${encodeURIComponent(on)}`);
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain('Elija un día entre');
      expect(text).toContain('aria-invalid="true"');
    },
  );
});

describe('a supporter', () => {
  it('reads what is asked of their state, and gets that letter', async () => {
    const page = await reader();
    await page.goto(`${site.url}/en/states/IDN`);
    expect(await page.textContent('.ask')).toContain(
      'Indonesia is not a party to the Rome Statute and has not signed it.',
    );
    await page.getByRole('link', { name: 'Write to Indonesia’s government' }).click();
    await page.getByRole('button').last().click();
    expect(await page.textContent('main')).toContain('Join the Rome Statute');
    expect(await page.getByRole('checkbox', { name: 'Head of Government' }).isChecked()).toBe(true);
    await page.getByRole('button').last().click();
    expect(await page.locator('textarea[name=body]').inputValue()).toContain('join');
    expect(await page.locator('input[name=ask]').getAttribute('value')).toBe('accede');
    await page.context().close();
  });

  it('reaches each state of the map by keyboard', async () => {
    const page = await reader({ js: true });
    await page.goto(`${site.url}/en/states`);
    await page.getByRole('link', { name: 'Africa', exact: true }).click();
    const first = page.locator('.worldmap a').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/states\/[A-Z]{3}$/);
    await page.context().close();
  });
});

describe('a page of the record', () => {
  /** How many of these stand beside each other in each of their rows. */
  const rows = (page: Page, of: string) =>
    page.evaluate((selector) => {
      const tops = [...document.querySelectorAll(selector)].map((one) => Math.round(one.getBoundingClientRect().top));
      return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
    }, of);

  it('leaves no figure and no step of a way alone in a row', async () => {
    for (const [width, figures] of [
      [360, [2, 2, 2, 2]],
      [1280, [4, 4]],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const lang of ['es', 'ar']) {
        await page.goto(`${site.url}/${lang}/record`);
        expect(await rows(page, '.figures > div')).toEqual(figures);
      }
      await page.goto(`${site.url}/es/record/cases/lubanga/lubanga`);
      if (width === 1280) expect(await rows(page, '.track > li')).toEqual([7]);
      await page.context().close();
    }
  });

  it('sets a person, where they stand and since when beside each other on a desk, and below each other on a phone', async () => {
    for (const [width, lines] of [
      [1280, 1],
      [360, 3],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(`${site.url}/en/record/people`);
      const tops = await page
        .locator('.people li')
        .first()
        .locator('> *')
        .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top / 8)));
      expect([width, tops.length, new Set(tops).size]).toEqual([width, 3, lines]);
      await page.context().close();
    }
  });
});

describe('a drawing to keep', () => {
  it.each(['states', 'situations', 'case-flow', 'figure-warrants-persons', 'track--bemba--bemba', 'track--mali'])(
    '%s comes as SVG, PNG and CSV for any day',
    async (name) => {
      for (const lang of ['en', 'ar']) {
        const get = (kind: string) => fetch(`${site.url}/${lang}/drawings/${name}.${kind}?on=2016-11-30`);
        expect((await (await get('svg')).text()).slice(0, 5)).toBe('<?xml');
        expect(
          Buffer.from(await (await get('png')).arrayBuffer())
            .subarray(1, 4)
            .toString(),
        ).toBe('PNG');
        expect((await (await get('csv')).text()).split('\n').length).toBeGreaterThan(3);
      }
    },
  );

  it('is nothing under another name or day', async () => {
    expect((await fetch(`${site.url}/en/drawings/nothing.svg`)).status).toBe(404);
    expect((await fetch(`${site.url}/en/drawings/states.svg?on=1900-01-01`)).status).toBe(404);
    expect((await fetch(`${site.url}/en/drawings/track--sneidel--sneidel.svg?on=2024-01-01`)).status).toBe(404);
  });
});
