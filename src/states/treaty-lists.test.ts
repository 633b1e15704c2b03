import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { startingWorld } from '../../test/support/world.ts';
import { SYSTEM } from '../actors/actors.ts';
import { loadContent } from '../content.ts';
import { dropCached } from '../database/memory-cache.ts';
import { importDataset } from '../facts/dataset.ts';
import { type FigureId, valueOn } from '../figures/figures.ts';
import type { World } from '../record/record.ts';
import { actDay } from './act-day.ts';
import { statesDataset } from './states-dataset.ts';
import { treatyRecordOf } from './states-record.ts';
import { standingOn } from './treaty-standing.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const content = join(import.meta.dirname, '../../content/states');
const allSources = () =>
  [...world.treaty.states.values()].flatMap(({ acts, laws, enforcement, immunity, findings }) => [
    ...acts,
    ...laws,
    ...enforcement,
    ...immunity,
    ...findings,
  ]);

describe('the lists of the treaties', () => {
  it.each<[FigureId, string, number]>([
    ['apic-parties', '2006-08-02', 40],
    ['deposits', '2006-08-17', 100],
    ['deposits', '2006-08-31', 102],
    ['apic-parties', '2017-12-31', 77],
    ['amendment-article-8-2010-parties', '2023-01-20', 45],
    ['amendment-aggression-2010-parties', '2013-12-19', 12],
    ['amendment-aggression-2010-parties', '2014-12-05', 20],
    ['amendment-aggression-2010-parties', '2019-11-27', 39],
    ['amendment-article-124-2015-parties', '2022-03-21', 18],
    ['amendment-biological-weapons-2017-parties', '2024-06-25', 20],
    ['amendment-blinding-lasers-2017-parties', '2024-06-25', 18],
    ['amendment-starvation-2019-parties', '2021-03-22', 4],
    ['withdrawals-pending', '2026-11-25', 5],
    ['states-parties', '2026-10-09', 125],
  ])('%s on %s: the %i that others published', (id, on, value) => {
    expect(valueOn(world, id, on)).toBe(value);
  });

  it('have one weapons amendment without the other two, where a state joined only that', () => {
    const standings = (iso3: string) =>
      (['biological-weapons', 'blinding-lasers', 'non-detectable-fragments'] as const).map((one) =>
        standingOn(world.treaty.states.get(iso3) ?? { acts: [] }, `amendment-${one}-2017`, '2026-11-25'),
      );
    expect(standings('LIE')).toEqual(['party', 'none', 'none']);
    expect(standings('SWE')).toEqual(['party', 'none', 'none']);
    expect(standings('CHE')).toEqual(['party', 'party', 'party']);
  });

  it('count Montenegro from the day on which its instruments came, not from the earlier one on which they have effect', () => {
    const montenegro = world.treaty.states.get('MNE') ?? { acts: [] };
    for (const treaty of ['rome-statute', 'apic'] as const)
      expect([standingOn(montenegro, treaty, '2006-10-22'), standingOn(montenegro, treaty, '2006-10-23')]).toEqual([
        'none',
        'party',
      ]);
  });

  it('say of a day that was not read by when, and count from then', () => {
    const bolivia = world.treaty.states.get('BOL')?.acts.find(({ type }) => type === 'instrument-deposited');
    const view = { t: (_: string, { day }: { day: string }) => `by ${day}`, partialDay: (day: string) => day };
    expect([bolivia && actDay(view as never, bolivia), bolivia?.knownOn]).toEqual(['by 2022-01', '2022-01-31']);
  });

  it.each(['ESP', 'LVA', 'POL', 'MLT', 'SVK'])(
    'carry both days of %s on aggression, with the source of each',
    (iso3) => {
      const acts = world.treaty.states.get(iso3)?.acts.filter(({ other_date }) => other_date) ?? [];
      expect(acts.map(({ treaty }) => treaty)).toEqual(['amendment-aggression-2010']);
      expect(acts[0]?.source).toContain('UN Treaty Collection');
      expect(acts[0]?.other_source).toContain('crimeofaggression.info');
    },
  );

  it('hold no notice that was read in one place only', () => {
    const acts = world.treaty.states.get('NRU')?.acts.filter(({ type }) => type.startsWith('withdrawal'));
    expect(acts).toEqual([]);
  });
});

describe('the sources of the states’ record', () => {
  it('can be found by a reader: none is a text in somebody’s repository or on a site that shares files', () => {
    const wrong = allSources().filter(({ source }) =>
      /public repository|second-hand|pdfdrive|lawsdocbox|docslib|dokumen\.tips|paralegalbrief/i.test(source),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an import of the lists', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await loadContent(fresh.database, 'UTC');
  });
  afterAll(() => fresh.drop());

  it('changes nothing the second time', async () => {
    const made = { by: SYSTEM, why: 'again' };
    const { revision, changes } = await importDataset(fresh.database, statesDataset, content, made);
    expect([revision, changes]).toEqual([undefined, []]);
    expect((await startingWorld()).treaty.states.size).toBe(198);
  });

  it('reads what an earlier version wrote, the three amendments of 2017 as one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'common-bonds-lists-'));
    await cp(content, folder, { recursive: true });
    await appendFile(
      join(folder, 'treaty-acts.csv'),
      'SEN,amendments-2017,ratification,2024-01-10,,Invented for this test,seen\n' +
        'SEN,amendments-2017,entry-into-force,2025-01-10,,Invented for this test,computed\n',
    );
    await importDataset(fresh.database, statesDataset, folder, { by: SYSTEM, why: 'an old file' });
    dropCached();
    await rm(folder, { recursive: true });
    const senegal = (await treatyRecordOf(fresh.database)).states.get('SEN') ?? { acts: [] };
    expect(standingOn(senegal, 'amendment-biological-weapons-2017', '2026-11-25')).toBe('party');
    expect(standingOn(senegal, 'amendment-blinding-lasers-2017', '2026-11-25')).toBe('none');
  });
});
