import { describe, expect, it } from 'vitest';
import { determined, type Equation, randomly } from '../../test/support/linear.ts';
import { daysToTell, FEWEST, partsToTell } from './disclosure.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const parts = (...numbers: readonly number[]) => new Map(numbers.map((number, at) => [String(at), number]));
const shownOf = (...numbers: readonly number[]) => [...partsToTell(parts(...numbers))].map(Number).sort();

describe('parts of a whole', () => {
  it.each([
    ['all of which are many', [9, 5, 30], [0, 1, 2]],
    ['of which one is few: the smallest other is not shown either', [9, 3, 30], [2]],
    ['of which some are few and come to five together', [9, 3, 30, 2], [0, 2]],
    ['of which some come to less than five', [9, 1, 30, 2], [2]],
    ['of which some are none at all: that follows, and is nobody', [9, 0, 30], [0, 2]],
    ['of which one is few and all others none', [0, 3, 0], []],
    ['of which one is many and one few', [100, 4], []],
    ['of which there is one', [7], [0]],
    ['of which there is one, and it is few', [4], []],
    ['of which one has less than none, as somebody said otherwise later', [9, -1, 30], [2]],
  ])('%s', (_, numbers, shown) => {
    expect(shownOf(...numbers)).toEqual(shown);
  });
});

const daysOf = (numbers: readonly number[], over: boolean) => [...daysToTell(numbers, over).shown];

describe('days of a month', () => {
  it.each([
    ['with many are shown, but the last that may have to go with what is left over', [7, 8, 9], [0, 1], [0, 1, 2]],
    ['with few take those after them along until there are five', [7, 2, 9, 8], [0], [0, 3]],
    ['with few at the end take the last with many along', [7, 8, 2], [0], [0]],
    ['without any are not shown, and take none along', [0, 7, 0, 8, 0], [1], [1, 3]],
    ['without any among few', [7, 1, 0, 4, 9, 9], [0, 4], [0, 4, 5]],
    ['none of which has many', [1, 0, 2, 0], [], []],
  ])('%s', (_, numbers, running, over) => {
    expect([daysOf(numbers, false), daysOf(numbers, true)]).toEqual([running, over]);
  });
});

describe('from all that is ever shown of a month', () => {
  const trials = Array.from({ length: 400 }, (_, trial) => trial);

  it.each([0.4, 2, 6, 40])('no number under five follows by subtraction (about %d a day)', (about) => {
    for (const trial of trials) {
      const { days, tables } = aMonth(trial, about);
      const all = [
        { numbers: days, shown: everShown(days) },
        ...tables.map((numbers) => ({ numbers, shown: shownOf(...numbers) })),
      ];
      const few = [...toldOf(all), ...follows(all, sum(days))].filter((number) => number !== 0 && number < FEWEST);
      expect(few, `${trial}: ${JSON.stringify(all)}`).toEqual([]);
    }
  });

  it('days that were shown stay shown', () => {
    for (const trial of trials) {
      const { days } = aMonth(trial, 4);
      for (let closed = 1; closed <= days.length; closed += 1) {
        const before = daysOf(days.slice(0, closed), false);
        const after = daysOf(days.slice(0, closed + 1), closed + 1 >= days.length);
        expect(before.filter((day) => !after.includes(day))).toEqual([]);
      }
    }
  });

  it('would be seen to follow', () => {
    expect(follows([{ numbers: [3, 9], shown: [1] }], 12)).toContain(3);
    expect(follows([{ numbers: [4, 1, 9], shown: [2] }], 3)).not.toContain(4);
  });
});

/** A month’s days, and the same happenings by three other things. */
function aMonth(trial: number, about: number) {
  const random = randomly(trial);
  const days = Array.from({ length: 30 }, () => Math.floor(random() ** 3 * about * 4));
  const whole = sum(days);
  const tables = [2, 4, 9].map((things) => {
    const numbers = new Array<number>(things).fill(0);
    for (let one = 0; one < whole; one += 1) {
      const at = Math.floor(random() ** 4 * things);
      numbers[at] = (numbers[at] ?? 0) + 1;
    }
    return numbers;
  });
  return { days, tables };
}

/** Of whoever looks after each day. */
function everShown(days: readonly number[]): readonly number[] {
  const looks = days.map((_, at) => daysOf(days.slice(0, at + 1), at + 1 === days.length));
  return [...new Set(looks.flat())];
}

/** What a table shows, and what is left where it is taken from the whole; of a whole that is not shown nothing is taken. */
function toldOf(all: readonly Table[]): readonly number[] {
  return all.flatMap(({ numbers, shown }) => {
    const each = shown.map((at) => numbers[at] ?? 0);
    return sum(numbers) < FEWEST ? each : [...each, sum(numbers) - sum(each)];
  });
}

interface Table {
  readonly numbers: readonly number[];
  readonly shown: readonly number[];
}

/** Numbers that are not shown and can be worked out: each table adds up to the whole, which is shown where it is many. */
function follows(all: readonly Table[], whole: number): readonly number[] {
  const places = all.flatMap(({ numbers }, table) => numbers.map((_, at) => `${table}/${at}`));
  const unknowns = [...places, 'whole'];
  const known: Equation[] = all.flatMap(({ numbers, shown }, table) => [
    { of: new Map([...numbers.map((_, at) => [`${table}/${at}`, 1] as const), ['whole', -1]]), is: 0 },
    ...shown.map((at) => ({ of: new Map([[`${table}/${at}`, 1]]), is: numbers[at] ?? 0 })),
  ]);
  const told = whole >= FEWEST ? [{ of: new Map([['whole', 1]]), is: whole }] : [];
  return [...determined(unknowns, [...known, ...told]).values()];
}
