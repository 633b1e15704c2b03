import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { type Laid, MosaicMap } from './mosaic-map.tsx';
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

  it('shows by their look which states are missing, and stays light', () => {
    const laid = new Map<string, Laid>(
      states.map((iso3, at) => [iso3, (['whole', 'leaving', 'gap'] as const)[at % 3] ?? 'gap']),
    );
    const drawn = renderToStaticMarkup(<MosaicMap label="The world" laid={laid} />);
    for (const look of ['c1', 'c2', 'c3', 'c5', 'hole', 'c6 faint']) expect(drawn).toContain(`<path class="${look}"`);
    expect(drawn.match(/h9v9h-9z|h3v3h3v3/g)?.length).toBe(piecesOfLand().length);
    expect(brotliCompressSync(drawn).length).toBeLessThan(3_000);
  });
});
