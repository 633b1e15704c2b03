import { describe, expect, it } from 'vitest';
import type { Fields } from '../facts/shapes.ts';
import { followingActs } from './following-acts.ts';
import { statesShapes } from './shapes.ts';

const act = (said: Fields): Fields => ({ iso3: 'FJI', treaty: 'rome-statute', date_is: '', standing: 'seen', ...said });
const keyOf = (fields: Fields) => statesShapes['treaty-acts'].key(fields);
const follows = (after: Fields, standing: readonly Fields[] = [], before: Fields | null = null) =>
  followingActs(standing, [
    ...(before ? [{ file: 'treaty-acts', key: keyOf(before), before, after: null }] : []),
    { file: 'treaty-acts', key: keyOf(after), before: null, after },
  ]).map(({ key, after: made }) => [key, made && `${made.date_is} ${made.standing}`.trim()]);

describe('what follows from an act by its treaty', () => {
  it.each([
    [{ act: 'accession', date: '2026-03-02' }, 'FJI/rome-statute/entry-into-force/2026-06-01', 'computed'],
    [{ act: 'accession', date: '2026-03' }, 'FJI/rome-statute/entry-into-force/2026-06-01', 'by computed'],
    [
      { treaty: 'amendment-starvation-2019', act: 'acceptance', date: '2024-02-29' },
      'FJI/amendment-starvation-2019/entry-into-force/2025-02-28',
      'computed',
    ],
    [
      { act: 'withdrawal-notified', date: '2026-03-02' },
      'FJI/rome-statute/withdrawal-effective/2027-03-02',
      'computed',
    ],
  ] as const)('of %j is %s', (said, key, how) => {
    expect(follows(act(said))).toEqual([[key, how]]);
  });

  it.each([
    { act: 'succession', date: '2026-03-02' },
    { act: 'signature', date: '2000-03-02' },
    { treaty: 'amendment-article-124-2015', act: 'acceptance', date: '2026-03-02' },
  ])('is nothing of %j', (said) => {
    expect(follows(act(said as Fields))).toEqual([]);
  });

  it('goes with an act that becomes another, and is that of the other', () => {
    const before = act({ act: 'accession', date: '2026-03-02' });
    const inForce = act({ act: 'entry-into-force', date: '2026-06-01' });
    const after = act({ act: 'accession', date: '2026-04-02' });
    expect(follows(after, [before, inForce], before)).toEqual([
      ['FJI/rome-statute/entry-into-force/2026-06-01', null],
      ['FJI/rome-statute/entry-into-force/2026-07-01', 'computed'],
    ]);
  });

  it('keeps its own source where it is the same', () => {
    const before = act({ act: 'accession', date: '2026-03-02' });
    const inForce = act({ act: 'entry-into-force', date: '2026-06-01' });
    expect(follows({ ...before, act: 'ratification' }, [before, inForce], before)).toEqual([]);
  });

  it('ends with what it rests on: a notice that is taken back, an accession that is', () => {
    const notice = act({ act: 'withdrawal-notified', date: '2026-03-02' });
    const effect = act({ act: 'withdrawal-effective', date: '2027-03-02', standing: 'computed' });
    expect(follows(act({ act: 'withdrawal-rescinded', date: '2026-05-02' }), [notice, effect])).toEqual([
      [keyOf(effect), null],
    ]);
    const inForce = act({ act: 'entry-into-force', date: '2026-06-01', standing: 'computed' });
    expect(follows(act({ act: 'accession-withdrawn', date: '2026-04-02' }), [inForce])).toEqual([
      [keyOf(inForce), null],
    ]);
  });
});
