import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Development, startDevelopment } from '../support/development.ts';
import { until } from '../support/until.ts';

let development: Development;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [development, browser] = await Promise.all([startDevelopment(), startBrowser()]);
  page = await browser.newPage({ colorScheme: 'light' });
  await page.goto(`${development.url}/en`);
});
afterAll(async () => {
  await browser?.close();
  await development?.stop();
});

/** The page loads by itself, as often as something changes. */
const shows = (text: string) => page.getByText(text).first().waitFor({ state: 'attached' });

describe('npm run dev', () => {
  it('shows a changed word', async () => {
    await development.edit('src/site/words/en.json', /"nav.act": "[^"]*"/, '"nav.act": "A changed word"');
    await shows('A changed word');
  });

  it('shows a changed style', async () => {
    await development.edit('src/site/styles/tokens.css', '--paper: #fbf8f1', '--paper: #00ff00');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
    await until('the page has it', async () => /^(#0f0|#00ff00|lime)$/.test(await paper().catch(() => '')));
  });

  it('shows changed content', async () => {
    await development.edit(
      'content/campaigns/united-by-common-bonds/en.json',
      /"call": "[^"]*"/,
      '"call": "A changed call."',
    );
    await shows('A changed call.');
  });

  it('shows a changed line of code, and goes on as it was while one can’t be built or started', async () => {
    const path = 'src/site/shell.tsx';
    const before = await development.edit(path, '</html>', '<p>A changed line</p></html>');
    await shows('A changed line');
    await development.write(path, `${before}\nconst = ;`);
    await until('the mistake is told, with its line', () =>
      /src\/site\/shell\.tsx:\d+:\d+: /.test(development.printed()),
    );
    expect(await (await fetch(`${development.url}/en`)).text()).toContain('A changed line');
    await development.write(path, `${before}\nthrow new Error('Not like this');`);
    await until('the failure is told', () => development.printed().includes('Not like this'));
    expect(await (await fetch(`${development.url}/en`)).text()).toContain('A changed line');
    await development.write(path, before.replace('</html>', '<p>Mended</p></html>'));
    await shows('Mended');
  });

  it('shows the mails of the outbox, and has a debugger that finds the sources', async () => {
    expect(await (await fetch(`${development.url}/dev/mails`)).text()).toContain('<h1>Outbox</h1>');
    const listed = `http://127.0.0.1:${development.debugPort}/json/list`;
    const debugged = await until('the site of the moment has the debugger’s port', () =>
      fetch(listed).then(
        (answer) => answer.json(),
        () => undefined,
      ),
    );
    expect(debugged).toEqual([expect.objectContaining({ type: 'node' })]);
    expect(development.printed()).toMatch(/src\/site\/shell\.tsx: shown after \d+ ms/);
    expect(development.printed()).toMatch(/at .*src\/site\/shell\.tsx:\d+|shell\.tsx:\d+/);
  });

  it('ends whole', async () => {
    await browser.close();
    await development.stop();
    await expect(fetch(`${development.url}/en`)).rejects.toThrow();
  });
});
