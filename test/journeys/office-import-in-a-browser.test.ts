import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
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

async function opens(name: string, javaScriptEnabled = true, lang = 'en'): Promise<Page> {
  const { token } = await signedInAs(site.running.app, name, 'campaigner');
  const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'office', value: token, url: `${site.url}/office` }]);
  const page = await context.newPage();
  await page.goto(`${site.url}/office/${lang}/addressees/import`);
  return page;
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });

describe('a list is brought in', () => {
  it('from a file in the encoding that is chosen, after a look', async () => {
    const page = await opens('Lina H.');
    await page.getByLabel('State').fill('Kenya');
    const old = Buffer.from('name,email\nAm\xe9lie Kiprop,amelie@assembly.example\n', 'latin1');
    await page.getByLabel('Read it from a file').setInputFiles(file('roll.csv', old));
    await page.getByText('This file is no text in this encoding').waitFor();
    await page.getByLabel('In which encoding').selectOption('windows-1252');
    await page.getByText('The file stands in the list below').waitFor();
    expect(await page.getByLabel('The list').inputValue()).toContain('Amélie Kiprop');
    await page.getByRole('button', { name: 'See what it would change' }).click();
    await page.getByText('Amélie Kiprop, amelie@assembly.example').waitFor();
    await page.getByRole('button', { name: 'Bring it in: one person' }).click();
    await page.getByText('The list was brought in').waitFor();
  });

  it('from no file that lies about what it is, or is too long', async () => {
    const page = await opens('Omar T.');
    const input = page.getByLabel('Read it from a file');
    await input.setInputFiles(file('roll.csv', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')));
    await page.getByText('This file is no text in this encoding').waitFor();
    await input.setInputFiles(file('long.csv', Buffer.alloc(10_000_000, 'a')));
    await page.getByText('This file is too long').waitFor();
    expect(await page.getByLabel('The list').inputValue()).toBe('');
  });

  it('by pasting it, without scripts', async () => {
    const page = await opens('Nadia O.', false);
    expect(await page.getByLabel('Read it from a file').isVisible()).toBe(false);
    await page.getByLabel('State').fill('Ghana');
    await page.getByLabel('The list').fill('name;email\nKofi Mensah;kofi@parliament.example\nAma;no');
    await page.getByRole('button', { name: 'See what it would change' }).click();
    await page.getByText('Line 3: email').waitFor();
    await page.getByLabel('Leave out rows with mistakes').check();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Bring it in: one person' }).click();
    await page.getByText('The list was brought in').waitFor();
  });
});

it.each(['en', 'fr', 'es', 'ar'])('what is looked at is accessible in %s, on a phone and at a desk', async (lang) => {
  const page = await opens(`Amina ${lang}`, true, lang);
  const look = async (what: string) => {
    for (const width of [1280, 360]) {
      expect(await tooWide(page, width)).toEqual([]);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await darkProblems(page)).toEqual([]);
      const { LOOK } = process.env;
      if (LOOK) await page.screenshot({ path: `${LOOK}/import-${what}-${lang}-${width}.png`, fullPage: true });
    }
    expect(await cramped(page)).toEqual([]);
  };
  await look('empty');
  await page.locator('[name=state]').fill('PER');
  await page.locator('[name=list]').fill('name,email,started_on\nRosa Quispe,rosa@congreso.example,\nx,no,2024-13\n');
  await page.locator('[name=skip]').check();
  await page.locator('main form button').click();
  await page.locator('input[name=looked]').waitFor({ state: 'attached' });
  await look('looked');
});
