import type { Page } from 'playwright-core';

/** The e-mail addresses on a page that break, or run from right to left, all that is folded being open. */
export function brokenAddresses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of folded) one.open = true;
    const shown = [...document.querySelectorAll('body :not(textarea, script, .err, .sum, .sum *)')].filter((one) =>
      one.checkVisibility(),
    );
    const broken = shown.flatMap((parent) => {
      const texts = [...parent.childNodes].filter((node): node is Text => node instanceof Text);
      const addresses = texts.flatMap((text) =>
        [...text.data.matchAll(/[\w…+.-]+@[\w.-]*\w/g)].map(({ 0: { length }, index }) => ({ text, index, length })),
      );
      const wrong = addresses.filter(({ text, index, length }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 || getComputedStyle(parent).direction === 'rtl';
      });
      return wrong.length > 0 ? [parent.outerHTML.slice(0, 120)] : [];
    });
    for (const one of folded) one.open = false;
    return broken;
  });
}
