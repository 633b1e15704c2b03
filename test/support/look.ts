import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page that is open, best practices included. @param rules these alone, which is quick */
export async function accessibilityProblems(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: EVERY_RULE };
  return page.evaluate(async (only) => {
    const run = (
      window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run;
    const { violations } = await run({ runOnly: only, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, runOnly);
}

/** The elements for which a reader would have to scroll sideways, all that is folded being open. */
export async function tooWide(page: Page, width: number, text = '100%'): Promise<string[]> {
  await page.setViewportSize({ width, height: 740 });
  return page.evaluate((size) => {
    const { style } = document.documentElement;
    style.fontSize = size === '100%' ? '' : size;
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of folded) one.open = true;
    const over = document.documentElement.scrollWidth > innerWidth;
    const wide = [...document.querySelectorAll('body :not(.a, svg *)')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    });
    for (const one of folded) one.open = false;
    style.fontSize = '';
    return over ? ['page', ...wide.map((one) => one.outerHTML.slice(0, 100)).slice(0, 5)] : [];
  }, text);
}

/** What stands in the way of whoever made text twice as large, or has the smallest of phones. */
export async function cramped(page: Page): Promise<string[]> {
  const narrow = await tooWide(page, 320);
  const large = await tooWide(page, 360, '200%');
  return [...narrow.map((one) => `at 320 px: ${one}`), ...large.map((one) => `at 200 %: ${one}`)];
}

/** What can't be read in the dark. */
export async function darkProblems(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const problems = await accessibilityProblems(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  return problems.map((problem) => `dark: ${problem}`);
}
