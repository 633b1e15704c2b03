import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { type Lang, langs } from '../config/langs.ts';
import { readSettings } from '../config/settings.ts';
import { handedBy } from '../handed.ts';
import { viewFor } from '../http/view.ts';
import type { World } from '../record/record.ts';
import type { RecordView } from '../record/record-view.ts';
import { requestedDay } from '../record/requested-day.ts';
import { figureNow } from './figure-now.ts';
import { type FigureId, figureIds, figureOn, valueOn } from './figures.ts';

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
const said = (id: FigureId, on: string, lang?: Lang) => figureNow(asOf(on, lang), figureOn(world, id, on));

describe('the first sentence of a figure', () => {
  it.each(['2010-07-01', '2016-11-30', '2025-12-31'])('says on %s what it is and was a year before', (on) => {
    const before = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`;
    for (const id of figureIds) {
      // Of a day after which nothing is known, the year is that before the last that is.
      if (figureOn(world, id, on).knownThrough < on) continue;
      const [, now, change] = /(\d+)[^:]*: (.*?) (?:more than |fewer than |as )?a year before/.exec(said(id, on)) ?? [];
      const by = Math.abs(valueOn(world, id, on) - valueOn(world, id, before));
      const expected = by === 0 ? 'the same' : by === 1 ? 'one' : String(by);
      expect([id, Number(now), change]).toEqual([id, valueOn(world, id, on), expected]);
    }
  });

  it('names what came to it last, with since when', () => {
    expect(said('convictions-core-standing', '2016-11-30')).toBe(
      '4: 2 more than a year before. The latest to count: Ahmad Al Faqi Al Mahdi, since 27 September 2016.',
    );
    expect(said('states-parties', '2016-11-30')).toContain('The latest to count: El Salvador, since 1 June 2016.');
  });

  it('says beside whom it names that they were cleared since', () => {
    expect(said('warrants-persons', '2008-06-30')).toContain('Jean-Pierre Bemba Gombo (later acquitted), since');
    expect(said('warrants-persons', '2008-06-30', 'fr')).toContain('(acquittement par la suite), depuis');
  });

  it('names nobody where too many came on one day, and nothing where nothing counts', () => {
    expect(said('states-parties', '2002-07-31')).not.toContain('latest');
    expect(said('convictions-core-standing', '2005-01-01')).toBe('0: the same as a year before.');
  });

  it.each(langs)('speaks of the last day that is known in %s', (lang) => {
    expect(said('warrants-persons', '2026-11-24', lang)).toMatch(/66.*2026.*5.*2026/);
  });
});
