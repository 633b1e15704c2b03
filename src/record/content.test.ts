import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readDataset } from '../facts/dataset.ts';
import { words } from '../locales/words.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { caseName, caseTitle, noteIn, personName, tellsLater } from './names.ts';
import type { World } from './record.ts';
import { recordDataset } from './record-dataset.ts';

const DAY = 24 * 60 * 60 * 1_000;

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

describe('a note that tells of later years', () => {
  it('is left out of an earlier day', () => {
    const note = 'First conviction on command responsibility; reversed in 2018.';
    expect([
      tellsLater(note, '2016-11-30'),
      tellsLater(note, '2018-01-01'),
      tellsLater('14 years.', '2012-07-10'),
    ]).toEqual([true, false, false]);
  });
});

describe('what the data sets hold', () => {
  it('tells of no work of ours that is still to do: how sure a fact is has a column of its own', async () => {
    const files = await Promise.all(
      [recordDataset, statesDataset].map((one) => readDataset(one, join(root, 'content', one.name))),
    );
    expect(JSON.stringify(files).match(/[^"]*to be checked[^"]*/gi)).toBeNull();
  });

  it('counts days since a referral as its dates have them', () => {
    const counted = { two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 } as Readonly<Record<string, number>>;
    const told = world.docket.events.flatMap(({ note, date, situation }) => {
      const [, days] = /(\w+) days after the referral/.exec(note) ?? [];
      const referral = world.docket.eventsOf.get(situation)?.find(({ type }) => type === 'referral');
      return days && referral
        ? [[situation, counted[days.toLowerCase()], (Date.parse(date) - Date.parse(referral.date)) / DAY] as const]
        : [];
    });
    expect(told.length).toBeGreaterThan(0);
    for (const [situation, said, were] of told) expect([situation, said]).toEqual([situation, were]);
  });
});

describe('an investigation', () => {
  it('is authorised once, and resumed only after it was deferred', () => {
    for (const [slug, events] of world.docket.eventsOf) {
      const types = events.map(({ type }) => type);
      const authorised = types.filter((type) => type === 'investigation-authorised');
      expect([slug, authorised.length]).toEqual([slug, Math.min(authorised.length, 1)]);
      if (types.includes('investigation-resumed')) expect([slug, ...types]).toContain('deferral-requested');
    }
  });
});

describe('people and cases', () => {
  it('are named in Arabic letters in Arabic', () => {
    const { people, cases } = world.docket;
    const names = [...people.values()].map((one) => personName('ar', one));
    const titles = [...cases.values()].flatMap((one) => [caseName('ar', one), caseTitle(words('ar'), one)]);
    expect([...names, ...titles].filter((name) => /[a-z]/i.test(name))).toEqual([]);
  });
});

describe('the notes of the record', () => {
  const notes = () => [...world.docket.events, ...world.docket.people.values()].map(({ note }) => note).filter(Boolean);

  it.each(langs)('are all there in %s', (lang) => {
    const english = notes().filter((note) => noteIn(lang, world.docket, note).lang !== undefined);
    expect(english).toEqual([]);
  });

  it('in French leave no punctuation alone', () => {
    const alone = [...world.docket.notes.values()].filter(({ fr }) => /\S [:;?!]/.test(fr));
    expect(alone).toEqual([]);
  });
});
