import { describe, expect, it } from 'vitest';
import { mosaicOf, mosaicWith, peoplePerPiece, shownCountries } from './mosaic.ts';

describe('the mosaic of people', () => {
  it.each([
    [0, 1],
    [1, 1],
    [200, 1],
    [201, 2],
    [2_000, 10],
    [1_000_000, 5_000],
    [8_000_000_000, 50_000_000],
  ])('of %i people has %i a piece', (people, perPiece) => {
    expect(peoplePerPiece(people)).toBe(perPiece);
  });

  it('stays small however many join', () => {
    for (const people of [0, 1, 39, 96, 97, 199, 200, 12_345, 7_654_321]) {
      const mosaic = mosaicOf(people);
      expect(mosaic.pieces).toBe(Math.ceil(people / mosaic.perPiece));
      expect(mosaic.pieces).toBeLessThanOrEqual(200);
      expect([...mosaic.paths, ...mosaic.ground].join('').length).toBeLessThan(5_000);
      expect((mosaic.paths.join('').match(/M/g) ?? []).length).toBe(mosaic.pieces);
    }
  });

  it('is a whole picture with one open place, which invites, however few take part', () => {
    for (const people of [0, 1, 57, 95, 199, 200]) {
      const { paths, ground, gap, coming } = mosaicOf(people);
      const drawn = [...paths, ...ground].flatMap((path) => path.match(/M[^M]+/g) ?? []);
      expect(drawn.length, `${people}`).toBeGreaterThanOrEqual(95);
      expect(drawn).not.toContain(gap);
      expect([gap, coming].every((path) => path.startsWith('M'))).toBe(true);
    }
  });

  it('has the piece of one of them beside those of the others, so that as many are there as joined', () => {
    for (const people of [1, 2, 57, 96, 97, 200])
      for (const own of [0, 1, 7, 4_294_967_295]) {
        const { paths, ground, gap } = mosaicWith(people, own);
        const others = paths.flatMap((path) => path.match(/M[^M]+/g) ?? []);
        expect(others.length, `${people}, ${own}`).toBe(people - 1);
        expect([...others, ...ground.flatMap((path) => path.match(/M[^M]+/g) ?? [])]).not.toContain(gap);
      }
  });

  it('keeps the piece of each where it is, however many join', () => {
    const clockwise = (path: string) => {
      const [x = 0, y = 0] = path.match(/\d+/g)?.map(Number) ?? [];
      return Math.atan2(y - 166, x - 156);
    };
    for (const own of [0, 7, 1_234_567_890, 2_147_483_648, 4_294_967_295]) {
      const first = mosaicWith(1, own);
      for (const people of [2, 30, 31, 57, 95]) expect(mosaicWith(people, own).gap).toBe(first.gap);
      for (const people of [96, 200, 402, 7_654_321]) {
        const turned = Math.abs(clockwise(mosaicWith(people, own).gap) - clockwise(first.gap));
        expect(Math.min(turned, 2 * Math.PI - turned), `${people}, ${own}`).toBeLessThan(0.25);
      }
    }
  });

  it('keeps every piece where it was when another joins', () => {
    const [before, after] = [mosaicOf(57).paths, mosaicOf(58).paths];
    expect(after.every((path, index) => path.startsWith(before[index] ?? '?'))).toBe(true);
  });
});

describe('countries', () => {
  it('with few people are shown together', () => {
    const tally = {
      people: 55,
      letters: 0,
      lastJoinedAt: undefined,
      byCountry: [
        { country: 'KEN', people: 30 },
        { country: 'UGA', people: 24 },
        { country: 'FRA', people: 1 },
      ],
    };
    expect(shownCountries(tally)).toEqual({ shown: [{ country: 'KEN', people: 30 }], others: 25 });
  });
});
