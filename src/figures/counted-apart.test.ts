import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { type Lang, langs } from '../config/langs.ts';
import { readSettings } from '../config/settings.ts';
import { handedBy } from '../handed.ts';
import { viewFor } from '../http/view.ts';
import { participantOn } from '../record/participant-standing.ts';
import type { World } from '../record/record.ts';
import type { RecordView } from '../record/record-view.ts';
import { requestedDay } from '../record/requested-day.ts';
import { situationStanding } from '../record/situation-standing.ts';
import { situationsNow } from '../record/situations-now.ts';
import { stageGroups, stagesTogether } from './cases-by-stage.ts';
import { countedApart } from './counted-apart.ts';
import { figureOn } from './figures.ts';
import { peopleInAll } from './people-in-all.ts';
import { peopleNow } from './people-now.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const asOf = (on: string, lang: Lang = 'en'): RecordView => ({
  view: viewFor({ settings: readSettings({}, import.meta.dirname), handed: handedBy([]) }, lang, ''),
  world,
  requested: requestedDay(world, on, '2026-11-24'),
  on,
  linkDay: on,
});

/** The last day of each year. */
const days = Array.from({ length: 24 }, (_, year) => `${2002 + year}-12-31`);
const numbersIn = (text: string) => [...text.matchAll(/\d+/g)].map(Number);

describe('two counts that seem to contradict each other', () => {
  it('are told apart by whom each has that the other lacks', () => {
    expect(countedApart(asOf('2026-06-24'))).toBe(
      'Two counts, two rules: the warrants against 32 people are not executed, and the judges have not yet seen 31 people. ' +
        'The first count also has Abdallah Banda Abakaer Nourain (charges confirmed; the trial is still to come). ' +
        'Listed separately: Joseph Kony (charges confirmed in absence; there can be no trial without an appearance).',
    );
    expect(countedApart(asOf('2011-12-01'))).toContain(
      'The second count also has Laurent Koudou Gbagbo (in the Court’s custody; later acquitted).',
    );
  });

  it('say nothing on a day on which both have the same people', () => {
    expect(countedApart(asOf('2005-12-31'))).toBe('');
  });

  it.each(langs)('are said in %s', (lang) => {
    expect(countedApart(asOf('2026-06-24', lang))).toMatch(/32.*31/);
  });
});

describe('sentences that count', () => {
  it('have as many situations in their parts as in the whole, on every day', () => {
    for (const on of days) {
      const [all = 0, ...parts] = numbersIn(situationsNow(asOf(on)));
      const known = [...world.docket.situations.keys()].filter(
        (slug) => situationStanding(world.docket, slug, on) !== 'before',
      );
      expect([on, all, parts.reduce((sum, part) => sum + part, 0)]).toEqual([on, known.length, known.length]);
    }
  });

  it('have everybody in each of their cases once, on every day', () => {
    for (const on of days) {
      const people = world.docket.participants.filter((one) => participantOn(one, on));
      const [, ...parts] = numbersIn(peopleNow(asOf(on)));
      expect([on, parts.reduce((sum, part) => sum + part, 0)]).toEqual([on, people.length]);
    }
  });
});

describe('people by where they stand', () => {
  it('stand under the numbers that the sentence tells of them, on every day', () => {
    for (const on of days) {
      const [, ...parts] = numbersIn(peopleNow(asOf(on)));
      const counts = stagesTogether(asOf(on)).map(({ count }) => count);
      expect([on, counts.sort()]).toEqual([on, parts.sort()]);
      for (const { name, stages, count } of stagesTogether(asOf(on)))
        expect([on, name, stages.reduce((sum, { participants }) => sum + participants.length, 0)]).toEqual([
          on,
          name,
          count,
        ]);
    }
  });

  it('are told to be fewer than their numbers add up to, and more than were under a warrant', () => {
    const said = peopleInAll(asOf('2026-06-24'));
    const [all = 0, people = 0, warrants = 0, summoned = 0] = numbersIn(said);
    const parts = stageGroups(asOf('2026-06-24')).flatMap(({ participants }) => participants);
    expect(all).toBe(parts.length);
    expect(people).toBe(new Set(parts.map(({ person }) => person.slug)).size);
    expect(warrants).toBe(figureOn(world, 'warrants-persons', '2026-06-24').value);
    expect(warrants + summoned).toBe(people);
    expect(said).toContain('Jean-Pierre Bemba Gombo');
    expect(peopleInAll(asOf('2005-12-31'))).toBe('');
  });

  it.each(langs)('are said in %s', (lang) => {
    expect(numbersIn(peopleInAll(asOf('2026-06-24', lang)))).toEqual(numbersIn(peopleInAll(asOf('2026-06-24'))));
  });
});
