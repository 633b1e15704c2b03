import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { landShapes } from './lands.ts';
import { Locator } from './locator.tsx';
import { isWithin, regionOf, regions, trimmedTo, windowOf } from './regions.ts';

const states = (
  parse(readFileSync(join(root, 'content/states/states.csv')), { columns: true }) as { iso3: string }[]
).map(({ iso3 }) => iso3);

describe('regions', () => {
  it('have every state, and show all but those across the edge of the map', () => {
    expect(states.filter((iso3) => regionOf(iso3) === undefined)).toEqual([]);
    const unseen = states.filter((iso3) => {
      const land = landShapes().find((one) => one.iso3 === iso3);
      const window = windowOf(regionOf(iso3) ?? 'africa');
      const at = land?.mark ? [[land.mark.x, land.mark.y] as const] : (land?.rings[0] ?? []);
      return !isWithin(window, at);
    });
    expect(unseen).toEqual(['COK']);
    expect(regions).toHaveLength(5);
  });
});

describe('where a state is', () => {
  it('is drawn lightly, of every state, and a small one is ringed', () => {
    const drawn = new Map(
      ['BDI', 'NLD', 'RUS', 'TUV', 'VAT'].map((iso3) => [
        iso3,
        renderToStaticMarkup(<Locator iso3={iso3} label={iso3} />),
      ]),
    );
    for (const [iso3, svg] of drawn) {
      expect(svg, iso3).toContain('<svg class="locator"');
      expect(brotliCompressSync(svg).length, iso3).toBeLessThan(4_500);
    }
    expect(['BDI', 'TUV', 'VAT'].map((iso3) => drawn.get(iso3)?.includes('<circle'))).toEqual([false, true, true]);
  });
});

describe('what lies beyond the edge of a region', () => {
  const window = { left: 0, top: 0, width: 10, height: 10 };

  it('is drawn straight, and what is seen as it is', () => {
    const coast: [number, number][] = [
      [5, 5],
      [15, 4],
      [17, 6],
      [16, 7],
      [18, 8],
      [5, 8],
    ];
    expect(trimmedTo(window, coast)).toEqual([
      [5, 5],
      [15, 4],
      [18, 8],
      [5, 8],
    ]);
  });

  it('goes around a corner that is seen, never across it', () => {
    const around: [number, number][] = [
      [-5, 5],
      [-6, 8],
      [-6, 14],
      [-5, 16],
      [4, 16],
      [5, 15],
    ];
    const kept = trimmedTo(window, around);
    expect(kept.some(([x, y]) => x < -2 && y > 12)).toBe(true);
    expect(kept.length).toBeLessThan(around.length);
  });
});
