import { describe, expect, it } from 'vitest';
import { mosaicOf, peoplePerPiece, shownCountries } from './mosaic.ts';

describe('the mosaic of people', () => {
  it.each([
    [0, 1],
    [1, 1],
    [400, 1],
    [401, 2],
    [4_000, 10],
    [1_000_000, 5_000],
    [8_000_000_000, 20_000_000],
  ])('of %i people has %i a piece', (people, perPiece) => {
    expect(peoplePerPiece(people)).toBe(perPiece);
  });

  it('stays small however many join', () => {
    for (const people of [0, 1, 39, 40, 399, 12_345, 7_654_321]) {
      const mosaic = mosaicOf(people);
      expect(mosaic.pieces).toBe(Math.ceil(people / mosaic.perPiece));
      expect(mosaic.pieces).toBeLessThanOrEqual(400);
      expect(mosaic.paths.join('').length).toBeLessThan(9_000);
      expect((mosaic.paths.join('').match(/M/g) ?? []).length).toBe(mosaic.pieces);
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
      byCountry: [
        { country: 'KEN', people: 30 },
        { country: 'UGA', people: 24 },
        { country: 'FRA', people: 1 },
      ],
    };
    expect(shownCountries(tally)).toEqual({ shown: [{ country: 'KEN', people: 30 }], others: 25 });
  });
});
