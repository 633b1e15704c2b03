import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { MosaicLegend } from './legend.tsx';
import { MosaicOverview } from './mosaic-overview.tsx';
import { piecesOfLand } from './mosaic-pieces.ts';

const states = (
  parse(readFileSync(join(root, 'content/states/states.csv')), { columns: true }) as { iso3: string }[]
).map(({ iso3 }) => iso3);

describe('the world as a mosaic', () => {
  it('has a piece of every state, and no place twice', () => {
    const pieces = piecesOfLand();
    const there = new Set(pieces.map(({ iso3 }) => iso3));
    expect(states.filter((iso3) => !there.has(iso3))).toEqual([]);
    expect(new Set(pieces.map(({ column, row }) => `${column} ${row}`)).size).toBe(pieces.length);
  });

  it('gives ground by area: the largest have most of it', () => {
    const of = (iso3: string) => piecesOfLand().filter((piece) => piece.iso3 === iso3).length;
    expect(of('RUS')).toBeGreaterThan(of('BRA'));
    expect(of('BRA')).toBeGreaterThan(of('KEN'));
    expect(of('KEN')).toBeGreaterThanOrEqual(2);
  });

  const patterns = { whole: 'full', leaving: 'cross', gap: 'empty' } as const;
  const lands = new Map(
    states.map((iso3, at) => [iso3, { category: (['whole', 'leaving', 'gap'] as const)[at % 3] ?? 'gap' }]),
  );
  const drawn = renderToStaticMarkup(<MosaicOverview title="The world" lands={lands} patterns={patterns} />);

  it('shows by their look which states are missing, and stays light', () => {
    expect(drawn.match(/h9v9h-9z|h3v3h3v3|h8v8h-8z/g)?.length).toBe(piecesOfLand().length);
    expect(brotliCompressSync(drawn).length).toBeLessThan(3_000);
  });

  it('has nothing in it that its legend does not show alike, nor the legend anything else', () => {
    const words = [
      ['whole', 'Party'],
      ['leaving', 'Leaving'],
      ['gap', 'Not a party'],
      ['other', 'Laid nowhere'],
    ] as const;
    const legend = renderToStaticMarkup(
      <MosaicLegend map={{ lands, patterns }} words={words} ground="Other territories" />,
    );
    const looks = (svg: string) =>
      [...svg.matchAll(/<path class="([^"]+)" d="[mM]-?\d+ -?\d+([^"]*?z)/g)].map(
        ([, look, shape]) => `${look} ${shape}`,
      );
    expect(looks(drawn)).toHaveLength(4);
    expect(looks(legend).sort()).toEqual(looks(drawn).sort());
  });
});
