import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { participantOn } from '../record/participant-standing.ts';
import { proceedings } from '../record/proceedings.ts';
import type { World } from '../record/record.ts';
import { stageGroups } from './cases-by-stage.ts';
import { changesOf, type FigureId, figureIds, figureOn, movementOf, valueOn } from './figures.ts';
import { caseSteps } from './stage-figures.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

/** Worked out from the same facts by a program of its own, in another language; see content/record/README.md. */
const reconciled: Readonly<Record<string, Partial<Record<FigureId, number>>>> = {
  '2014-03-07': { 'convictions-entered': 2, 'acquittals-all': 1 },
  '2015-09-14': {
    'situations-under-investigation': 9,
    'examinations-open': 10,
    'people-as-the-court-counted': 28,
    summonses: 9,
    'warrants-not-executed': 12,
  },
  '2016-01-27': {
    'trials-to-verdict': 4,
    'convictions-entered': 2,
    'situations-under-investigation': 10,
    'public-warrants-not-first-summoned': 33,
  },
  '2016-11-30': {
    'situations-under-investigation': 10,
    'examinations-open': 10,
    'public-warrants': 35,
    'public-warrants-not-replaced': 34,
    'public-warrants-not-first-summoned': 33,
    'warrants-persons': 31,
    'people-and-added-charges': 33,
    'people-as-the-court-counted': 29,
    summonses: 9,
    'warrants-not-executed': 12,
    'trials-to-verdict': 2,
    'trials-to-sentence': 3,
    'convictions-entered': 9,
    'convictions-core-entered': 4,
    'acquittals-at-trial': 1,
    'acquittals-all': 1,
  },
  '2019-07-31': { 'situations-under-investigation': 11, 'examinations-open': 11, 'people-as-the-court-counted': 34 },
  '2024-12-17': { 'situations-under-investigation': 12, 'examinations-open': 3, 'warrants-persons': 59 },
  '2025-06-06': { 'convictions-standing': 11, 'acquittals-all': 4, 'warrants-persons': 61 },
  '2026-06-24': {
    'situations-under-investigation': 13,
    'examinations-open': 1,
    'public-warrants': 72,
    'public-warrants-not-replaced': 71,
    'public-warrants-not-first-summoned': 70,
    'warrants-persons': 66,
    'people-and-added-charges': 70,
    'people-as-the-court-counted': 64,
    'warrants-not-executed': 32,
    'trials-to-verdict': 1,
    'trials-to-sentence': 1,
    'convictions-entered': 15,
    'convictions-standing': 14,
    'convictions-core-entered': 10,
    'convictions-core-standing': 9,
    'convictions-article-70-standing': 5,
    'acquittals-at-trial': 3,
    'acquittals-all': 4,
    'reparations-orders': 5,
  },
};

describe('figures about the Court', () => {
  it.each(Object.entries(reconciled))('equal the reconciliation on %s', (on, figures) => {
    const ours = Object.fromEntries(Object.keys(figures).map((id) => [id, valueOn(world, id as FigureId, on)]));
    expect(ours).toEqual(figures);
  });

  it('name the ten examinations of November 2016', () => {
    const open = figureOn(world, 'examinations-open', '2016-11-30').items.map(({ key }) => key);
    expect(open.sort()).toEqual([
      'afghanistan',
      'burundi',
      'colombia',
      'comoros-vessels',
      'gabon',
      'guinea',
      'iraq-uk',
      'nigeria',
      'palestine',
      'ukraine',
    ]);
  });

  it('count nothing before it was public, however early it happened', () => {
    const sneidel = (on: string) => figureOn(world, 'warrants-persons', on).items.some(({ key }) => key === 'sneidel');
    expect(sneidel('2025-08-07')).toBe(false);
    expect(sneidel('2025-08-08')).toBe(true);
  });

  it('say what moved them, and their movement ends where they stand', () => {
    for (const id of figureIds) {
      const last = movementOf(world, id).at(-1);
      if (last) expect([id, last.value]).toEqual([id, valueOn(world, id, last.on)]);
    }
    const { began, ceased } = changesOf(world, 'convictions-core-standing', '2018-06-08');
    expect([began.length, ceased.map(({ of }) => of.person)]).toEqual([0, ['bemba']]);
  });

  it('show the facts that make each item count', () => {
    for (const id of figureIds) {
      const { items, value } = figureOn(world, id, '2026-11-24');
      expect([id, items.length]).toEqual([id, value]);
      expect(items.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    }
  });
});

describe('figures about the stages of cases', () => {
  it('put everybody named in public at one stage, the same as their own page says, on every day on which one moved', () => {
    const days = new Set(world.docket.participants.flatMap(({ events }) => events.map(({ knownOn }) => knownOn)));
    for (const on of days) {
      const figured = proceedings.flatMap((stage) =>
        figureOn(world, `proceedings-${stage}`, on).items.map(({ key }) => `${key} ${stage}`),
      );
      const pages = world.docket.participants.flatMap((participant) => {
        const standing = participantOn(participant, on);
        return standing ? [`${participant.case.slug}/${participant.person.slug} ${standing.proceedings}`] : [];
      });
      expect([on, figured.sort()]).toEqual([on, pages.sort()]);
    }
  });

  it('are as many as stand in the group beside them, convictions apart by what they are for', () => {
    for (const on of ['2012-06-01', '2016-11-30', '2019-01-01', '2026-06-24'])
      for (const { figure, participants } of stageGroups({ world, on }))
        expect([on, figure, participants.length]).toEqual([on, figure, valueOn(world, figure, on)]);
    expect(stageGroups({ world, on: '2019-01-01' }).map(({ figure }) => figure)).toContain(
      'convictions-article-70-standing',
    );
  });

  it('never grow from one step of a case to the next', () => {
    const reached = caseSteps.map((step) => valueOn(world, `reached-${step}`, '2026-06-24'));
    expect(reached.toSorted((one, other) => other - one)).toEqual(reached);
    expect(reached.at(-1)).toBe(15);
  });
});

describe('figures about the treaty', () => {
  it.each([
    ['2002-07-01', 66],
    ['2010-12-31', 113],
    ['2016-11-30', 124],
    ['2017-10-27', 123],
    ['2019-03-17', 122],
    ['2025-01-01', 125],
  ])('count the states parties of %s', (on, parties) => {
    expect(valueOn(world, 'states-parties', on)).toBe(parties);
  });

  it('tell deposits from entries into force, and notices from departures', () => {
    expect(valueOn(world, 'deposits', '2010-12-31')).toBe(114);
    expect(valueOn(world, 'withdrawals-pending', '2016-11-30')).toBe(3);
    expect(valueOn(world, 'withdrawals-pending', '2026-11-24')).toBe(5);
    expect(valueOn(world, 'signatories-not-party', '2026-11-24')).toBe(29);
  });

  it('say “at least” where a list is not known to be complete', () => {
    expect(figureOn(world, 'apic-parties', '2026-11-24')).toMatchObject({ value: 77, atLeast: true });
    expect(figureOn(world, 'apic-parties', '2013-01-01').atLeast).toBe(false);
    expect(figureOn(world, 'states-parties', '2026-09-30')).toMatchObject({
      atLeast: false,
      knownThrough: '2026-09-30',
    });
  });
});
