import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import type { TreatyRecord } from './treaty-record.ts';
import { standingAct } from './treaty-standing.ts';

let treaty: TreatyRecord;
beforeAll(async () => {
  treaty = (await startingWorld()).treaty;
});

const since = (iso3: string, on: string) => {
  const state = treaty.states.get(iso3);
  const act = state && standingAct(state, 'rome-statute', on);
  return `${act?.type} ${act?.date}`;
};

describe('the act since which a state stands where it does', () => {
  it.each([
    ['HUN', '2026-11-24', 'entry-into-force 2002-07-01'],
    ['GMB', '2026-11-24', 'entry-into-force 2002-09-01'],
    ['HUN', '2025-12-01', 'withdrawal-notified 2025-06-02'],
    ['BDI', '2020-01-01', 'withdrawal-effective 2017-10-27'],
    ['UKR', '2024-12-01', 'ratification 2024-10-25'],
    ['MYS', '2026-11-24', 'undefined undefined'],
    ['USA', '2026-11-24', 'signature-intent-withdrawn 2002-05-06'],
  ])('of %s on %s is %s: a notice taken back is none', (iso3, on, act) => {
    expect(since(iso3, on)).toBe(act);
  });
});
