import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { stateName } from '../states/state-names.ts';
import { standingFills } from '../states/states-map.ts';
import type { LandPaint } from './drawing.tsx';
import { landShapes } from './lands.ts';
import { windowOf } from './regions.ts';
import { isSmallOnTheWorld, MapInFile, WorldMap, type WorldMapProps } from './world-map.tsx';

const rows = parse(readFileSync(join(root, 'content/states/states.csv')), { columns: true }) as {
  iso2: string;
  iso3: string;
}[];
const patterns = standingFills;
const categories = Object.keys(patterns);
const patterned = Object.values(patterns).filter((fill) => fill !== 'full' && fill !== 'empty').length;
const years = (index: number) => `${1998 + (index % 27)}-${String((index % 12) + 1).padStart(2, '0')}-17`;
const lands = new Map(
  rows.map((state, index): [string, LandPaint] => [
    state.iso3,
    {
      category: categories[(index * 5) % categories.length] ?? '',
      label: `${stateName('ar', state)}: دولة طرف منذ ${years(index)}`,
      href: `/ar/states/${state.iso3}?on=2016-11-30`,
    },
  ]),
);
const props = { title: 'أين تقف الدول', description: 'خريطة العالم حسب الموقف', lands, patterns };
const page = renderToStaticMarkup(<WorldMap {...props} />);

const worldMapSvg = (map: WorldMapProps) => renderToStaticMarkup(<MapInFile {...map} />);

/** @throws on XML that is not well-formed */
const parsed = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } });

describe('the map of the world', () => {
  it('stays within 10 KB as it travels', () => {
    expect(brotliCompressSync(page).length).toBeLessThanOrEqual(10 * 1024);
  });

  it('reaches every state that can be hit by a link that says its name; the others it draws all the same', () => {
    const links = new Map(
      [
        ...page.matchAll(
          /<a class="w-[a-z]+(?: tiny)?" href="([^"]+)"[^>]*><title>([^<]+)<\/title>(<(?:path|circle))/g,
        ),
      ].map(([, href, label]) => [href, label]),
    );
    const small = new Set(landShapes().flatMap(({ iso3, mark }) => (iso3 && mark ? [iso3] : [])));
    for (const [iso3, { href, label }] of lands)
      expect(links.get(href), iso3).toBe(small.has(iso3) ? undefined : label);
    expect(links.size).toBeGreaterThan(120);
    expect(page.match(/<circle /g)?.length).toBe(landShapes().filter(({ mark }) => mark?.drawn).length);
  });

  it('leads from every mark, and from the sea around it, to where the small states are listed; the keyboard once', () => {
    const small = { href: '#small', label: 'الدول الصغيرة' };
    const led = renderToStaticMarkup(<WorldMap {...props} small={small} />);
    const [sea = '', marks = '', ...more] = led.split('<a ').filter((part) => part.includes('href="#small"'));
    expect(more).toEqual([]);
    expect(sea).toMatch(/tabindex="-1" aria-hidden="true"/i);
    expect(marks).toContain('<title>الدول الصغيرة</title>');
    const together = [...lands.keys()].filter((iso3) => landShapes().some((one) => one.iso3 === iso3 && one.mark));
    expect(sea.match(/M\d+ \d+h\.1/g)).toHaveLength(together.length);
    for (const iso3 of lands.keys())
      expect(isSmallOnTheWorld(iso3), iso3).toBe(!led.includes(` href="/ar/states/${iso3}?`));
    expect(brotliCompressSync(led).length).toBeLessThanOrEqual(10 * 1024);
  });

  it('keeps the order of the lands, small ones after large', () => {
    const orderOn = (markup: string) => [...markup.matchAll(/states\/([A-Z]{3})/g)].map(([, iso3]) => iso3);
    expect(orderOn(page).indexOf('AFG')).toBeLessThan(orderOn(page).indexOf('FRA'));
    const europe = orderOn(renderToStaticMarkup(<WorldMap {...props} window={windowOf('europe')} />));
    expect(europe.indexOf('AND')).toBeGreaterThan(europe.indexOf('FRA'));
  });

  it('draws who is not in the list without a link: Western Sahara, or a state left out', () => {
    const few = renderToStaticMarkup(
      <WorldMap
        {...props}
        lands={
          new Map([
            ['KEN', { category: 'party', label: 'Kenya', href: '/k' }],
            ['ESH', { category: 'party', label: 'x', href: '/x' }],
          ])
        }
      />,
    );
    expect(few.match(/<a /g)).toHaveLength(1);
    expect(few).not.toContain('/x');
  });

  it('has no id twice, and none that is missing', () => {
    const two = renderToStaticMarkup(
      <div>
        <WorldMap {...props} />
        <WorldMap {...props} />
      </div>,
    );
    for (const markup of [two, worldMapSvg(props)]) {
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const used = [...markup.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining([...new Set(used)]));
      expect(new Set(used).size % patterned).toBe(0);
    }
  });

  it('tells every category by another fill', () => {
    const fills = categories.map(
      (category) => new RegExp(`class="w-${category}(?: tiny)?"[^>]* fill="([^"]+)"`).exec(page)?.[1],
    );
    expect(new Set(fills).size).toBe(categories.length);
    expect(fills).not.toContain(undefined);
  });

  it('takes its colours from the page, and in a file writes them out', () => {
    expect(page).not.toMatch(/#[0-9a-f]{6}/);
    expect(worldMapSvg(props)).not.toContain('var(');
    expect(worldMapSvg(props)).toContain('fill="#27508f"');
  });

  it('is well-formed XML, also with words that look like markup', () => {
    const label = '</title><script>"&\'';
    const odd = {
      ...props,
      title: label,
      description: label,
      lands: new Map([['KEN', { category: 'party', label, href: '/?a=1&b="' }]]),
    };
    for (const svg of [worldMapSvg(props), worldMapSvg(odd)]) expect(() => parsed(svg)).not.toThrow();
    const drawn = renderToStaticMarkup(<WorldMap {...odd} />);
    for (const markup of [drawn, worldMapSvg(odd)]) {
      expect(markup).not.toContain('<script');
      expect(markup).toMatch(/&lt;\/title(>|&gt;)&lt;script(>|&gt;)&quot;&amp;/);
    }
    expect(() => parsed(drawn.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'))).not.toThrow();
    expect(() => parsed('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')).toThrow();
  });

  it('becomes a picture', () => {
    const picture = parsed(worldMapSvg(props)).render();
    expect(picture.width).toBe(1000);
    expect(picture.asPng().length).toBeGreaterThan(20_000);
  });

  it('has no link in the file', () => {
    expect(worldMapSvg(props)).not.toMatch(/<a |href/);
  });
});

describe('the map of a region', () => {
  it('leaves out what lies beyond its edges, and what nothing in it is painted with', () => {
    const part = renderToStaticMarkup(<WorldMap {...props} window={windowOf('africa')} />);
    expect(part).not.toContain('/states/BRA');
    expect(part).toContain('/states/KEN');
    const russia = / href="[^"]*RUS[^"]*".*? d="([^"]*)"/.exec(
      renderToStaticMarkup(<WorldMap {...props} window={windowOf('europe')} />),
    )?.[1];
    const whole = landShapes().find(({ iso3 }) => iso3 === 'RUS')?.d;
    expect((russia ?? '').length).toBeLessThan((whole ?? '').length / 2);
    const plain = new Map([...lands].map(([iso3, paint]) => [iso3, { ...paint, category: categories[0] ?? '' }]));
    const one = renderToStaticMarkup(<WorldMap {...props} lands={plain} window={windowOf('africa')} />);
    expect(one.match(/<pattern /g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});
