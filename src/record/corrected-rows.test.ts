import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { valueOn } from '../figures/figures.ts';
import { participantOn } from './participant-standing.ts';
import type { World } from './record.ts';
import { situationStanding } from './situation-standing.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const event = (id: string) => world.docket.events.find((one) => one.id === id);
const standing = (of: string, person: string, on: string) => {
  const found = world.docket.participants.find((one) => one.case.slug === of && one.person.slug === person);
  return found && participantOn(found, on);
};

describe('what was corrected in the record', () => {
  it('the investigation in Darfur opened on 1 June 2005, and was public on the 6th', () => {
    expect(event('darfur-investigation-opened')).toMatchObject({ date: '2005-06-01', knownOn: '2005-06-06' });
    expect(situationStanding(world.docket, 'darfur', '2005-06-05')).toBe('examination');
    expect(situationStanding(world.docket, 'darfur', '2005-06-06')).toBe('investigation');
  });

  it('the first examination on Palestine closed on 3 April 2012', () => {
    expect(situationStanding(world.docket, 'palestine', '2012-04-02')).toBe('examination');
    expect(situationStanding(world.docket, 'palestine', '2012-04-03')).toBe('examined');
  });

  it.each(['al-bashir', 'harun', 'hussein'])(
    '%s: held by Sudan since April 2019, the warrant not executed',
    (person) => {
      expect(standing(person, person, '2019-03-31')?.liberty).toBe('not-arrested');
      const then = standing(person, person, '2019-05-01');
      expect(then?.liberty).toBe('held-by-state');
      expect(then?.instruments.every(({ state }) => state === 'not-executed')).toBe(true);
    },
  );

  it('the charges against El Hishri were confirmed, after the day through which the rest is known', () => {
    expect(standing('el-hishri', 'el-hishri', '2026-07-16')?.proceedings).toBe('confirmed');
    expect(standing('el-hishri', 'el-hishri', '2026-07-15')?.proceedings).toBe('before-confirmation');
  });

  it('reports of warrants without names count in no figure', () => {
    for (const id of ['warrants-persons', 'public-warrants', 'warrants-not-executed'] as const)
      expect(valueOn(world, id, '2026-10-31'), id).toBe(valueOn(world, id, '2026-06-24'));
    expect(event('afghanistan-warrants-reported')).toMatchObject({
      date: '2026-10',
      person: null,
      standing: 'unchecked',
    });
  });

  it.each([
    ['ntaganda-appeal-reparations-reversed', '2022-09-12'],
    ['bemba-et-al-bemba-appeal-sentence-upheld', '2019-11-27'],
    ['philippines-appeal-resumption-upheld', '2023-07-18'],
    ['yekatom-ngaissona-ngaissona-appeal-lodged', '2025-09'],
    ['abd-al-rahman-appeal-pending', '2026-02-19'],
  ])('%s is on record', (id, date) => {
    expect(event(id)?.date).toBe(date);
  });
});
