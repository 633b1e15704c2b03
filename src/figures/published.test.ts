import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import type { World } from '../record/record.ts';
import { compared } from './compared.ts';
import { valueOn } from './figures.ts';
import { checkClaims } from './prose/check-claims.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

/** A document that a library finds by its number. */
const numbered = /\b(?:[AS]\/\d+\/\d+|ICC-[A-Z]+[\w/-]*\d|PR\d+|publication \d+\w|news item \d+)/;

describe('what others published', () => {
  it('agrees with ours, by one rule or another, or says in every language why not', () => {
    const unexplained = world.docket.published.filter(
      (total) =>
        compared(world, total).how === 'differs' &&
        [total.note, total.note_fr, total.note_es, total.note_ar].some((note) => note === ''),
    );
    expect(unexplained.map(({ on, publisher, figure, value }) => [on, publisher, figure, value])).toEqual([]);
    expect(world.docket.published.length).toBeGreaterThanOrEqual(89);
  });

  it('can be found by a reader, or is said not to have been checked', () => {
    const lost = world.docket.published.filter(
      ({ publisher, url, standing }) => !url && !numbered.test(publisher) && standing === 'seen',
    );
    expect(lost.map(({ publisher }) => publisher)).toEqual([]);
  });
});

describe('people at large as the Court counts', () => {
  it.each([
    ['2010-02-28', 8],
    ['2015-09-14', 13],
    ['2016-01-25', 13],
    ['2019-08-01', 15],
    ['2024-01-15', 15],
    ['2024-11-25', 30],
  ])('on %s were %i: the dead until their case is ended', (on, value) => {
    expect(valueOn(world, 'warrants-not-executed-court', on)).toBe(value);
    expect(valueOn(world, 'warrants-not-executed', on)).toBe(value - 1);
  });

  it('bear out a claim that follows that rule', () => {
    const [checked] = checkClaims(world, 'Eight suspects remain at large.', 'en', '2010-02-28');
    expect(checked?.finding).toMatchObject({ kind: 'agrees-by-rule', figures: ['warrants-not-executed-court'] });
  });
});

describe('the sources of the record', () => {
  it('are none that nobody could find', () => {
    const { events, published, scheduled } = world.docket;
    const said = [...events, ...scheduled]
      .map(({ source }) => source)
      .concat(published.map(({ publisher }) => publisher));
    expect(
      said.filter((source) => /second-hand|public repository|github\.com|raw\.githubusercontent/i.test(source)),
    ).toEqual([]);
  });
});
