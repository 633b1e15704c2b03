import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { conditionOn, conditions } from './conditions.ts';
import type { StateRecord, TreatyRecord } from './treaty-record.ts';

let treaty: TreatyRecord;
beforeAll(async () => {
  treaty = (await startingWorld()).treaty;
});

const stateOf = (iso3: string) => treaty.states.get(iso3) as StateRecord;
const on = '2026-11-24';

describe('a record whose lists were never known whole, as of an earlier version', () => {
  it('says unknown of who is missing, and has no day for anybody', () => {
    const coverage = new Map([...treaty.coverage].map(([key, row]) => [key, { ...row, complete_on: null }]));
    for (const state of treaty.states.values())
      for (const condition of conditions) {
        const { holds, lastWhole } = conditionOn({ ...treaty, coverage }, state, condition, on);
        if (condition.startsWith('no-') && !condition.startsWith('no-law')) expect(holds).not.toBe(true);
        expect(lastWhole).not.toBe('');
      }
  });
});

describe('that there is no law', () => {
  const withLaw = (year: string) => ({
    ...stateOf('GHA'),
    laws: stateOf('GHA').laws.map((law) => ({ ...law, status: 'none' as const, year })),
  });

  it('is known as of the year of its source, and of one without a year nobody knows when', () => {
    const asked = (year: string) => conditionOn(treaty, withLaw(year), 'no-law-on-crimes', on);
    expect(asked('2024')).toMatchObject({ holds: true, sure: true, lastWhole: '2024' });
    expect(asked('')).toMatchObject({ holds: 'unknown' });
  });
});

describe('a fact that nobody has checked', () => {
  it('blocks nothing that holds without it: Russia has signed and is no party, whatever it said afterwards', () => {
    const { holds, sure, evidence } = conditionOn(treaty, stateOf('RUS'), 'signed-not-ratified', on);
    expect([holds, sure]).toEqual([true, true]);
    expect(evidence.map(({ standing }) => standing)).toContain('unchecked');
  });

  it('makes no ask by itself', () => {
    const unchecked = stateOf('EGY').acts.map((act) => ({ ...act, standing: 'unchecked' as const }));
    const egypt = { ...stateOf('EGY'), acts: unchecked };
    expect(conditionOn(treaty, egypt, 'signed-not-ratified', on)).toMatchObject({ holds: true, sure: false });
  });

  it('keeps thanks back, which are due once it is read', () => {
    const croatia = {
      ...stateOf('HRV'),
      acts: stateOf('HRV').acts.map((act) => ({ ...act, standing: 'unchecked' as const })),
    };
    expect(conditionOn(treaty, croatia, 'does-all', on)).toMatchObject({ holds: true, sure: false });
    const read = { ...croatia, acts: croatia.acts.map((act) => ({ ...act, standing: 'seen' as const })) };
    expect(conditionOn(treaty, read, 'does-all', on)).toMatchObject({ holds: true, sure: true });
  });
});
