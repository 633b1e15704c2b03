import { describe, expect, it } from 'vitest';
import type { Fields } from '../facts/shapes.ts';
import { embargoedActs } from '../states/embargoed-acts.ts';
import { hiddenRows } from './hidden-rows.ts';

const TODAY = '2026-03-01';
const LATER = '2026-03-02';
const of = { situation: 's', case: 'c', person: 'p' };

/** What is left of some files, by file; a file of which nothing is left is not there. */
function left(hidden: typeof hiddenRows, files: Readonly<Record<string, readonly Fields[]>>, today = TODAY) {
  const out = hidden(files, today);
  const kept = Object.entries(files).map(([file, rows]) => [file, rows.filter((row) => !out.has(row)).length] as const);
  return Object.fromEntries(kept.filter(([, rows]) => rows > 0));
}

/** A case that one event alone tells of. */
const record = (event: Fields, ...more: readonly Fields[]) => ({
  situations: [{ slug: 's' }],
  cases: [{ slug: 'c', situation: 's' }],
  people: [{ slug: 'p' }],
  participants: [{ case: 'c', person: 'p' }],
  events: [{ ...of, id: 'e', type: 'warrant-issued', note: 'Found.', ...event }, ...more],
  charges: [{ case: 'c', person: 'p', event: 'e' }],
  coverage: [{ subject: 'docket' }, { subject: 'c' }],
  summaries: [
    { situation: 's', case: 'c', events: 'e' },
    { situation: 's', case: '', events: 'other e' },
  ],
  notes: [{ en: 'Found.' }],
});

describe('before an event is public', () => {
  it('whatever only it tells of is hidden with it, to the words of its note', () => {
    expect(left(hiddenRows, record({ public_on: LATER }))).toEqual({ coverage: 1 });
    expect(left(hiddenRows, record({ public_on: TODAY }))).toEqual(left(hiddenRows, record({ public_on: '' })));
    expect(left(hiddenRows, record({ public_on: LATER }), LATER)).toMatchObject({ cases: 1, notes: 1, coverage: 2 });
  });

  it('what something else tells of too is seen, but not the charges of that event', () => {
    const other = { ...of, id: 'other', type: 'arrested', note: 'Found.', public_on: '' };
    expect(left(hiddenRows, record({ public_on: LATER }, other))).toEqual({
      situations: 1,
      cases: 1,
      people: 1,
      participants: 1,
      events: 1,
      coverage: 2,
      notes: 1,
    });
  });

  it('a hearing does not name what came of it', () => {
    const files = { ...record({ public_on: LATER }), scheduled: [{ ...of, case: 'd', happened: 'e', public_on: '' }] };
    expect(left(hiddenRows, files)).not.toHaveProperty('scheduled');
    expect(left(hiddenRows, files, LATER)).toHaveProperty('scheduled', 1);
  });

  it('a trial is not open yet for those whom it opens for', () => {
    const opened = { ...of, type: 'trial-opened', public_on: LATER };
    const trials = [
      { trial: 't', case: 'c', person: 'p' },
      { trial: 't', case: 'c', person: 'q' },
    ];
    const others = { ...of, person: 'q', type: 'trial-opened', id: 'q', public_on: '' };
    const earlier = { ...of, type: 'arrested', id: 'a', public_on: '' };
    expect(left(hiddenRows, { ...record(opened, earlier, others), trials })).toHaveProperty('trials', 1);
    expect(left(hiddenRows, { ...record({ ...opened, person: '' }, earlier), trials })).not.toHaveProperty('trials');
  });
});

describe('before a treaty act is public', () => {
  const joined = {
    iso3: 'IDN',
    treaty: 'apic',
    act: 'accession',
    date: '2003-06-01',
    source: 'Read, https://un.example/a',
  };
  const follows = { iso3: 'IDN', treaty: 'apic', act: 'entry-into-force', date: '2003-07-01', source: 'Computed' };
  const words = [{ en: 'Read' }, { en: 'Computed' }];

  it('what follows from it is hidden too, and words that only they say', () => {
    const files = { 'treaty-acts': [{ ...joined, public_on: LATER }, follows], 'source-words': words };
    expect(left(embargoedActs, files)).toEqual({});
    expect(left(embargoedActs, files, LATER)).toEqual({ 'treaty-acts': 2, 'source-words': 2 });
  });

  it('acts of other states and treaties, and what followed from earlier ones, are seen', () => {
    const files = {
      'treaty-acts': [
        { ...joined, act: 'withdrawal-notified', date: '2025-01-01', public_on: LATER },
        joined,
        follows,
        { ...follows, iso3: 'KEN' },
        { ...follows, treaty: 'rome-statute' },
        { ...follows, act: 'withdrawal-effective', date: '2026-01-01' },
      ],
      'source-words': words,
    };
    expect(left(embargoedActs, files)).toEqual({ 'treaty-acts': 4, 'source-words': 2 });
  });
});

describe('a correction', () => {
  const corrections = [{ ...of, event: 'e', why: 'Found.' }];

  it('of what is not public yet is hidden with it, and of whom only that tells', () => {
    expect(left(hiddenRows, { ...record({ public_on: LATER }), corrections })).not.toHaveProperty('corrections');
    expect(left(hiddenRows, { ...record({ public_on: LATER }), corrections }, LATER)).toHaveProperty('corrections', 1);
    const born = [{ ...of, event: '', why: 'Found.' }];
    expect(left(hiddenRows, { ...record({ public_on: LATER }), corrections: born })).not.toHaveProperty('corrections');
  });

  it('of an act that is not public yet is hidden with it', () => {
    const act = { iso3: 'FJI', treaty: 'apic', act: 'accession', date: '2026-02-01', source: 's', public_on: LATER };
    const files = {
      'treaty-acts': [act],
      corrections: [{ iso3: 'FJI', treaty: 'apic', act: 'accession', now: '2026-02-01', source: 's' }],
    };
    expect(left(embargoedActs, files)).toEqual({});
    expect(left(embargoedActs, files, LATER)).toEqual({ 'treaty-acts': 1, corrections: 1 });
  });
});
