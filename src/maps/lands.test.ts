import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { landShapes } from './lands.ts';
import { pathOf, together } from './path.ts';
import { HEIGHT, projected, WIDTH } from './projection.ts';
import { simplified } from './simplify.ts';

const rows = parse(readFileSync(join(root, 'content/states/states.csv')), { columns: true }) as { iso3: string }[];
const lands = landShapes();
const land = (iso3: string) => lands.find((one) => one.iso3 === iso3);

/** The points of a path of ours, all of whose numbers are relative. */
function pointsOf(d: string): [number, number][] {
  return d
    .split('m')
    .slice(1)
    .reduce<{ start: [number, number]; points: [number, number][] }>(
      ({ start, points }, ring) => {
        const numbers = [...ring.matchAll(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)].map(Number);
        let pen = start;
        const drawn = Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => {
          pen = [pen[0] + (numbers[2 * at] ?? 0), pen[1] + (numbers[2 * at + 1] ?? 0)];
          return pen;
        });
        return { start: drawn[0] ?? start, points: [...points, ...drawn] };
      },
      { start: [0, 0], points: [] },
    ).points;
}

describe('the lands on the map', () => {
  it('are all our states, each once, and others without a code', () => {
    const codes = lands.flatMap(({ iso3 }) => iso3 ?? []);
    expect(codes.toSorted()).toEqual(rows.map(({ iso3 }) => iso3).toSorted());
    expect(lands.some(({ iso3 }) => iso3 === undefined)).toBe(true);
  });

  it('can each be reached: a shape wide enough, or a mark', () => {
    for (const { iso3, d, mark } of lands.filter((one) => one.iso3)) {
      const points = pointsOf(d);
      const wide = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
      const high = Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
      expect(mark !== undefined || Math.max(wide, high) >= 6, iso3).toBe(true);
    }
  });

  it.each('VAT SMR LSO NRU TUV MLT SGP LIE PSE COK NIU MCO XKX'.split(' '))('mark %s', (iso3) => {
    expect(land(iso3)?.mark).toBeDefined();
  });

  it('have marks that never cover one another and lie on the map', () => {
    const marks = lands.flatMap(({ mark, iso3 }) => (mark?.drawn ? [{ ...mark, iso3 }] : []));
    for (const [index, one] of marks.entries()) {
      expect(one.x).toBeGreaterThan(0);
      expect(one.x).toBeLessThan(WIDTH);
      expect(one.y).toBeGreaterThan(0);
      expect(one.y).toBeLessThan(HEIGHT);
      for (const other of marks.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y), `${one.iso3} ${other.iso3}`).toBeGreaterThanOrEqual(7.5);
      }
    }
  });

  it('lie where they are: Nairobi within Kenya’s box, Chukotka beside the rest of Russia', () => {
    const points = pointsOf(land('KEN')?.d ?? '');
    const [x, y] = projected([36.8, -1.3]);
    expect(Math.min(...points.map((point) => point[0]))).toBeLessThan(x);
    expect(Math.max(...points.map((point) => point[0]))).toBeGreaterThan(x);
    expect(Math.min(...points.map((point) => point[1]))).toBeLessThan(y);
    expect(Math.max(...points.map((point) => point[1]))).toBeGreaterThan(y);
    expect(Math.min(...pointsOf(land('RUS')?.d ?? '').map((point) => point[0]))).toBeGreaterThan(WIDTH / 2);
  });

  it('are computed once', () => {
    expect(landShapes()).toBe(lands);
  });
});

describe('a path', () => {
  it('is written in relative steps of a tenth, without needless spaces', () => {
    const ring = [
      [10.5, 0.5],
      [10.04, 1.21],
      [-0.3, 1.2],
      [-0.3, 1.2],
    ] as const;
    expect(pathOf([ring])).toBe('m10.5.5-.5.7-10.3 0z');
  });

  it('leaves out what is a point or a line on the grid', () => {
    expect(
      pathOf([
        [
          [1, 1],
          [1.01, 1],
          [1, 1.02],
        ],
      ]),
    ).toBe('');
  });

  it('joins others that each begin at the corner', () => {
    expect(together(['m1 1 1 0 0 1z', 'm2 2 1 0 0 1z'])).toBe('m1 1 1 0 0 1zM0 0m2 2 1 0 0 1z');
  });
});

describe('a simplified line', () => {
  it('keeps its ends and its large bends', () => {
    const line = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [6, 8],
      [10, 0],
    ] as const;
    expect(simplified(line, 0.5)).toEqual([
      [0, 0],
      [2, 0],
      [6, 8],
      [10, 0],
    ]);
  });
});
