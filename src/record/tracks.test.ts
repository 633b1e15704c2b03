import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { readSettings } from '../config/settings.ts';
import { handedBy } from '../handed.ts';
import { viewFor } from '../http/view.ts';
import { words } from '../locales/words.ts';
import type { World } from './record.ts';
import type { RecordView } from './record-view.ts';
import { requestedDay } from './requested-day.ts';
import { caseTrack, situationTrack } from './tracks.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const asOf = (on: string): RecordView => ({
  view: viewFor({ settings: readSettings({}, import.meta.dirname), handed: handedBy([]) }, 'en', ''),
  world,
  requested: requestedDay(world, on, '2026-11-24'),
  on,
  linkDay: on,
});

function track(of: string, person: string, on: string): string[] {
  const participant = world.docket.participants.find((one) => one.case.slug === of && one.person.slug === person);
  if (!participant) throw new Error(`${person} is not in ${of}`);
  return caseTrack(asOf(on), participant).map(({ label, said, kind }) => `${kind}: ${label}, ${said}`);
}

const way = (slug: string, on: string) =>
  situationTrack(asOf(on), slug).map(({ label, said, kind }) => `${kind}: ${label}, ${said}`);

it('says of a step in Arabic that it was not reached without naming a case, as a situation has steps too', () => {
  expect(words('ar').t('record.step.open')).not.toMatch(/القضية|الحالة/);
});

describe('the way of a case', () => {
  it('ends where the case ended without a verdict, and says no judgment', () => {
    expect(track('ruto-sang', 'ruto', '2026-06-24')).toEqual([
      'done: Warrant or summons, 8 March 2011',
      'done: Appearance, 7 April 2011',
      'done: Charges confirmed, 23 January 2012',
      'done: Trial, 10 September 2013',
      'end: Ended, no verdict, 5 April 2016',
    ]);
  });

  it.each([
    ['abu-garda', 'abu-garda', 'end: Charges not confirmed, 8 February 2010'],
    ['kenyatta', 'kenyatta', 'end: Charges withdrawn, 5 December 2014'],
    ['mokom', 'mokom', 'end: Charges withdrawn, 16 October 2023'],
    ['gaddafi', 'al-senussi', 'end: Case inadmissible, 11 October 2013'],
    ['kony', 'odhiambo', 'end: Ended by death, 10 September 2015'],
    ['gicheru', 'gicheru', 'end: Ended by death, 14 October 2022'],
    ['gaddafi', 'gaddafi-saif', 'end: Reported dead, 3 February 2026'],
    ['simone-gbagbo', 'gbagbo-simone', 'end: Warrant withdrawn, 19 July 2021'],
  ])('of %s, %s says how it ended', (of, person, end) => {
    expect(track(of, person, '2026-06-24').at(-1)).toBe(end);
  });

  it('leads to reparations only where they can come', () => {
    const leads = (of: string, person: string, on: string) =>
      track(of, person, on).some((piece) => piece.includes('Reparations'));
    expect(leads('lubanga', 'lubanga', '2010-01-01')).toBe(true);
    expect(leads('bemba', 'bemba', '2016-11-30')).toBe(true);
    expect(leads('bemba', 'bemba', '2019-01-01')).toBe(false);
    expect(leads('bemba-et-al', 'bemba', '2014-01-01')).toBe(false);
    expect(leads('ngudjolo', 'ngudjolo', '2026-06-24')).toBe(false);
  });

  it('says of appeals that were withdrawn that they were', () => {
    expect(track('al-hassan', 'al-hassan', '2026-06-24')).toContain('done: Appeal withdrawn, 17 December 2024');
  });

  it('says of an appeal what is on record once there is a judgment', () => {
    expect(track('bemba', 'bemba', '2015-01-01')).toContain('open: Appeal, not reached');
    expect(track('bemba', 'bemba', '2017-01-01')).toContain('open: Appeal, no decision known');
    expect(track('bemba', 'bemba', '2019-01-01')).toContain('done: Appeal, 8 June 2018');
  });
});

describe('the way of a situation', () => {
  it('has a judgment only where one was given', () => {
    expect(way('kenya', '2026-06-24').slice(-2)).toEqual([
      'done: Trial, 10 September 2013',
      'open: Judgment, not reached',
    ]);
    expect(way('mali', '2026-06-24').slice(-2)).toEqual([
      'done: Judgment, 27 September 2016',
      'done: Reparations, 17 August 2017',
    ]);
  });

  it('ends where an examination was closed without an investigation', () => {
    expect(way('colombia', '2026-06-24')).toEqual([
      'done: Examination, June 2004',
      'end: Closed, no investigation, 28 October 2021',
    ]);
    expect(way('colombia', '2020-01-01')).toHaveLength(6);
  });
});
