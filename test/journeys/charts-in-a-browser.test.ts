import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../src/config/langs.ts';
import { startBrowser } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({}, { work: false }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe.each([360, 1_280])('at %i px', (width) => {
  it.each(langs)('the words of a chart lie within a band or beside it, and within the drawing, in %s', async (lang) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    await page.goto(`${site.url}/${lang}/learn/how-a-case-moves`);
    const crossed = await page.evaluate(() => {
      const svg = document.querySelector<SVGSVGElement>('svg.flow');
      const bands = [...(svg?.querySelectorAll<SVGPathElement>('path[fill-opacity]') ?? [])];
      const texts = [...(svg?.querySelectorAll<SVGTextElement>('text') ?? [])];
      if (!svg || bands.length === 0 || texts.length === 0) return ['no chart'];
      const all = svg.viewBox.baseVal;
      return texts
        .filter((text) => {
          const { x, y, width: wide, height } = text.getBBox();
          const points = [0, 0.5, 1].flatMap((part) => [
            new DOMPoint(x + wide * part, y + height * 0.3),
            new DOMPoint(x + wide * part, y + height * 0.8),
          ]);
          const outside = x < all.x - 1 || x + wide > all.x + all.width + 1;
          const split = bands.some((band) => new Set(points.map((point) => band.isPointInFill(point))).size > 1);
          return outside || split;
        })
        .map((text) => text.textContent);
    });
    expect(crossed).toEqual([]);
    await page.context().close();
  });
});
