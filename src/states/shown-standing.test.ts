import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import type { View } from '../http/view.ts';
import { words } from '../locales/words.ts';
import type { Treaty } from './shapes.ts';
import { checkedStanding, shownStanding } from './shown-standing.ts';
import { inOrderOfNames } from './state-names.ts';
import { standingFills, statesMap } from './states-map.ts';
import type { TreatyRecord } from './treaty-record.ts';

let treaty: TreatyRecord;
beforeAll(async () => {
  treaty = (await startingWorld()).treaty;
});

const shown = (iso3: string, of: Treaty, on: string) => {
  const state = treaty.states.get(iso3);
  return state && shownStanding(treaty, state, of, on);
};

describe('a standing in a headline', () => {
  it.each([
    ['RUS', '2026-11-24', 'unsigned', 'signed'],
    ['USA', '2026-11-24', 'unsigned', 'unsigned'],
    ['ZAF', '2016-12-01', 'withdrawing', 'party'],
    ['HUN', '2025-12-01', 'withdrawing', 'withdrawing'],
  ])('of %s on %s, shown as %s, is %s by what was checked', (iso3, on, standing, headline) => {
    expect(shown(iso3, 'rome-statute', on)).toBe(standing);
    const state = treaty.states.get(iso3);
    expect(state && checkedStanding(treaty, state, 'rome-statute', on)).toBe(headline);
  });
});

describe('a standing as it is shown', () => {
  it.each<[string, Treaty, string, string]>([
    ['USA', 'amendment-starvation-2019', '2026-11-24', 'parties-only'],
    ['BDI', 'amendment-biological-weapons-2017', '2026-11-24', 'parties-only'],
    ['KEN', 'apic', '2026-11-24', 'last-known-none'],
    ['KEN', 'apic', '2018-06-01', 'none'],
    ['KEN', 'amendment-non-detectable-fragments-2017', '2026-11-24', 'unknown'],
    ['BOL', 'amendment-aggression-2010', '2022-01-30', 'last-known-none'],
    ['BOL', 'amendment-aggression-2010', '2022-02-01', 'joining'],
    ['BDI', 'amendment-aggression-2010', '2016-01-01', 'none'],
    ['UKR', 'amendment-article-8-2010', '2024-12-01', 'joining'],
    ['USA', 'apic', '2026-11-24', 'last-known-none'],
    ['XKX', 'rome-statute', '2026-11-24', 'outside'],
    ['VAT', 'rome-statute', '2026-11-24', 'outside'],
    ['PSE', 'rome-statute', '2026-11-24', 'party'],
    ['COK', 'rome-statute', '2026-11-24', 'party'],
    ['IDN', 'rome-statute', '2026-11-24', 'none'],
  ])('%s, %s, on %s: %s', (iso3, of, on, standing) => {
    expect(shown(iso3, of, on)).toBe(standing);
  });
});

describe('the map of the states', () => {
  const drawn = (on: string) => {
    const view = { ...words('en'), lang: 'en', day: (day: string) => day } as unknown as View;
    const named = inOrderOfNames('en', [...treaty.states.values()]);
    return statesMap({ view, treaty, named, on, linkDay: on });
  };

  it('tells who has joined from whom the Statute binds', () => {
    const before = [...drawn('2002-06-30').lands.values()].map(({ category }) => category);
    expect(before.filter((category) => category === 'party')).toEqual([]);
    expect(before.filter((category) => category === 'joining')).toHaveLength(74);
    expect(drawn('2024-12-01').lands.get('UKR')?.category).toBe('joining');
    expect(drawn('2024-12-01').lands.get('USA')?.category).toBe('unsigned');
  });

  it('leaves out who is neither a member of the United Nations nor has acted on the Statute', () => {
    const { lands } = drawn('2026-11-24');
    expect(['XKX', 'VAT', 'NIU'].filter((iso3) => lands.has(iso3))).toEqual([]);
    expect(lands.size).toBe(195);
  });

  it('has a pattern for every standing that it draws', () => {
    for (const on of ['2002-06-30', '2016-11-30', '2026-11-24', '2027-09-23'])
      for (const { category } of drawn(on).lands.values()) expect(Object.keys(standingFills)).toContain(category);
  });
});
