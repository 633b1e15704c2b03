import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, startingDatabase } from '../../test/support/database.ts';
import { SYSTEM } from '../actors/actors.ts';
import { listRecordedStates } from '../states/load-states.ts';
import { today } from '../text/partial-day.ts';
import { readCsv } from './csv.ts';
import type { Reading } from './entry.ts';
import { findRepresentatives } from './find-representatives.ts';
import { doubtfulState, type ImportOptions, importRepresentatives } from './import-representatives.ts';
import { readPopolo } from './popolo.ts';

const day = '2026-11-24';
let fresh: FreshDatabase;
let states: string[];

beforeAll(async () => {
  fresh = await startingDatabase();
  states = await listRecordedStates(fresh.database);
});
afterAll(() => fresh.drop());

/** A state that no other test has used, and imports into it. */
function emptyState() {
  const state = states.pop() ?? '';
  const imported = (reading: Reading, changes: Partial<ImportOptions> = {}) =>
    importRepresentatives(fresh.database, reading, {
      ...{ state, kind: 'csv', day, source: undefined, skipBad: false, dryRun: false, by: SYSTEM },
      ...changes,
    });
  const csv = (rows: readonly string[], changes: Partial<ImportOptions> = {}) =>
    imported(readCsv(['id,name,email', ...rows].join('\n'), day), changes);
  const inOffice = async () => {
    const { representatives } = await findRepresentatives(fresh.database, { state, on: today('UTC') });
    return representatives.filter(({ office }) => office === null).map(({ name }) => name);
  };
  /** Letters wait only where an address is not ended. */
  const reached = async () => {
    const rows = fresh.database
      .selectFrom('channels')
      .innerJoin('representatives', 'representatives.id', 'channels.representative_id')
      .select('value')
      .where('state', '=', state)
      .where('ended_at', 'is', null)
      .orderBy('value');
    return (await rows.execute()).map(({ value }) => value);
  };
  return { state, imported, csv, inOffice, reached };
}

const row = (id: string, name: string, email = `${id}@x.example`) => [id, name, email].join(',');
const four = [row('a', 'Ada One'), row('b', 'Bo Two'), row('c', 'Élodie Three'), row('d', 'Di Four')];
const names = (told: readonly { name: string }[]) => told.map(({ name }) => name);

describe('a refused row is not a missing person', () => {
  it.each([
    ['known by its id', row('a', 'Renamed', 'no'), ['Ada One'], ['Bo Two', 'Élodie Three', 'Di Four']],
    [
      'known by its name, whatever its case, accents and order',
      row('', '"THREE, ELODIE"', 'no'),
      ['Élodie Three'],
      ['Ada One', 'Bo Two', 'Di Four'],
    ],
    [
      'known by its name, because its id is new',
      row('z', 'Bo Two', 'no'),
      ['Bo Two'],
      ['Ada One', 'Élodie Three', 'Di Four'],
    ],
    ['of somebody new', row('z', 'Zed Nine', 'no'), [], ['Ada One', 'Bo Two', 'Élodie Three', 'Di Four']],
    ['known by its id, without a name', row('a', '', 'no'), ['Ada One'], ['Bo Two', 'Élodie Three', 'Di Four']],
  ])('%s', async (_, bad, kept, ended) => {
    const { csv, inOffice, reached } = emptyState();
    await csv(four);
    const report = await csv([row('n', 'New Five'), bad], { skipBad: true });
    expect([names(report.kept), names(report.ended), report.nobodyEnded, report.written]).toEqual([
      kept,
      ended,
      null,
      true,
    ]);
    expect((await inOffice()).sort()).toEqual([...kept, 'New Five'].sort());
    expect(await reached()).toHaveLength(1 + kept.length);
  });

  it.each([
    ['neither id nor name', ',,no'],
    ['another row’s id and no name', 'n,,x@x.example'],
    ['an id that nobody has and no name', 'z,,x@x.example'],
    ['cells that are one too many', 'x,Kone, Amina,a@x.example'],
    ['a name that can’t be one', ',\u3164,a@x.example'],
    ['a name without a letter', 'z,–,no'],
  ])('it ends nobody where it may mean anybody: %s', async (_, bad) => {
    const { csv, inOffice } = emptyState();
    await csv(four);
    const report = await csv([row('n', 'New Five'), bad], { skipBad: true });
    expect(names(report.kept)).toHaveLength(4);
    expect(report).toMatchObject({ ended: [], nobodyEnded: expect.stringContaining('may mean anybody') });
    expect(await inOffice()).toHaveLength(5);
  });

  it('that repeats another’s id keeps who has its name', async () => {
    const { csv, inOffice } = emptyState();
    await csv(four);
    const report = await csv([row('a', 'Ada One'), row('a', 'Di Four')], { skipBad: true });
    expect([names(report.kept), names(report.ended)]).toEqual([['Di Four'], ['Bo Two', 'Élodie Three']]);
    expect(await inOffice()).toEqual(['Di Four', 'Ada One']);
  });

  it('of an office means no person', async () => {
    const { csv, imported } = emptyState();
    await csv(four);
    const text = `office,id,name,email\n,n,New Five,n@x.example\nspeaker-of-parliament,,,no\n`;
    const report = await imported(readCsv(text, day), { skipBad: true });
    expect([names(report.kept), names(report.ended).length, report.nobodyEnded]).toEqual([[], 4, null]);
  });

  it('in Popolo neither, nor is a membership that is nobody’s', async () => {
    const { imported, inOffice } = emptyState();
    const file = (persons: readonly object[], memberships: readonly unknown[]) =>
      readPopolo(JSON.stringify({ persons, memberships, organizations: [{ id: 'h', name: 'House' }] }), day);
    const ada = { id: 'a', name: 'Ada One' };
    const bo = { id: 'b', name: 'Bo Two' };
    const serve = (person_id: string) => ({ person_id, organization_id: 'h' });
    const popolo = { kind: 'popolo', skipBad: true } as const;
    await imported(file([ada, bo], [serve('a'), serve('b')]), popolo);
    const first = await imported(
      file(
        [
          { ...ada, name: 7 },
          { id: 'n', name: 'N' },
        ],
        [serve('a'), serve('n')],
      ),
      popolo,
    );
    expect([names(first.kept), names(first.ended)]).toEqual([['Ada One'], ['Bo Two']]);
    const second = await imported(file([{ id: 'n', name: 'N' }], [serve('n'), 7]), popolo);
    expect(second).toMatchObject({ ended: [], refused: [{ at: 'memberships[1]' }] });
    expect(await inOffice()).toEqual(['N', 'Ada One']);
  });

  it('and changes nothing without --skip-bad, but says who would be kept', async () => {
    const { csv, inOffice } = emptyState();
    await csv(four);
    const report = await csv([row('n', 'New Five'), row('a', 'Ada One', 'no')]);
    expect([names(report.kept), names(report.ended), report.written]).toEqual([
      ['Ada One'],
      ['Bo Two', 'Élodie Three', 'Di Four'],
      false,
    ]);
    expect(await inOffice()).toHaveLength(4);
  });

  it('every one of them tells its reason where all are refused, and nothing is written', async () => {
    const { csv, inOffice } = emptyState();
    await csv(four);
    for (const skipBad of [false, true]) {
      const report = await csv([row('a', 'Ada One', 'no'), row('z', 'Z', 'neither')], { skipBad });
      expect(report.refused.map(({ reason }) => reason)).toEqual([
        'not an e-mail address: no',
        'not an e-mail address: neither',
      ]);
      expect(report.written).toBe(false);
    }
    expect(await inOffice()).toHaveLength(4);
  });
});

describe('a file that is not the whole list', () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => row(`p${from + at}`, `Person ${from + at}`));

  it('is asked about, when it would end more than half', async () => {
    const { csv, inOffice } = emptyState();
    await csv(many(0, 20));
    const report = await csv(many(0, 8));
    expect(report).toMatchObject({ written: false, halted: '12 of the 20 in office would be ended' });
    expect(await inOffice()).toHaveLength(20);
    expect(await csv(many(0, 8), { sure: true })).toMatchObject({ written: true, halted: null });
    expect(await inOffice()).toHaveLength(8);
  });

  it('is asked about, when all in it have left', async () => {
    const { imported } = emptyState();
    const rows = (ended: string) =>
      readCsv(
        `id,name,ended_on\n${many(0, 8)
          .map((one) => one.split(',').slice(0, 2).join(',') + ended)
          .join('\n')}`,
        day,
      );
    await imported(rows(','));
    expect(await imported(rows(',2025'))).toMatchObject({
      written: false,
      halted: '8 of the 8 in office would be ended',
    });
  });

  it('is taken where a third have left', async () => {
    const { csv, inOffice } = emptyState();
    await csv(many(0, 18));
    expect(await csv(many(6, 18))).toMatchObject({ written: true });
    expect(await inOffice()).toHaveLength(12);
  });

  it('is no list of people where it names offices only, or nobody', async () => {
    const { csv, imported, inOffice } = emptyState();
    await csv(four);
    const offices = readCsv('office,name,email\nspeaker-of-parliament,,speaker@x.example\n', day);
    expect(await imported(offices)).toMatchObject({ written: true, ended: [] });
    await expect(csv([])).rejects.toThrow('nobody is in this file');
    expect(await inOffice()).toHaveLength(4);
  });

  it('is another state’s where its people are known there', async () => {
    const first = emptyState();
    const second = emptyState();
    await first.csv(many(0, 8));
    const file = readCsv(['id,name,email', ...many(0, 8)].join('\n'), day);
    expect(await doubtfulState(fresh.database, file, first.state)).toBeNull();
    expect(await doubtfulState(fresh.database, file, second.state)).toMatch(
      /^8 of the 8 people in this file are new here and known in [A-Z]{3}/,
    );
    await second.imported(file);
    expect(await doubtfulState(fresh.database, file, second.state)).toBeNull();
  });
});

describe('a term to come', () => {
  const elect = (start_date: string) =>
    JSON.stringify({
      persons: [{ id: 'e', name: 'Elect One', email: 'elect@x.example' }],
      organizations: [{ id: 'h', name: 'House' }],
      memberships: [{ person_id: 'e', organization_id: 'h', role: 'Speaker', start_date }],
    });
  const popolo = { kind: 'popolo' } as const;

  it('is told as such, ends nobody, and cannot be written to yet', async () => {
    const { imported, inOffice, reached } = emptyState();
    await imported(readPopolo(elect('2020'), day), popolo);
    const report = await imported(readPopolo(elect('2099-01-01'), day), popolo);
    expect(report).toMatchObject({ ended: [], toCome: [{ name: 'Elect One', from: '2099-01-01' }] });
    expect([await inOffice(), await reached()]).toEqual([[], ['elect@x.example']]);
  });

  it('begins by itself', async () => {
    const { state, imported, inOffice } = emptyState();
    const asOf = '2020-06-01';
    const report = await imported(readPopolo(elect('2020-07'), asOf), { ...popolo, day: asOf });
    expect(report.toCome).toMatchObject([{ from: '2020-07-01' }]);
    expect(await inOffice()).toEqual(['Elect One']);
    const { representatives } = await findRepresentatives(fresh.database, { state, on: today('UTC'), words: 'elect' });
    expect(representatives).toMatchObject([{ role: 'Speaker', body: 'House' }]);
  });
});

describe('the same file again', () => {
  it('changes nothing on a later day either', async () => {
    const { imported } = emptyState();
    const text = 'id,name,email,started_on,ended_on\na,Ada,a@x.example,2020,\nb,Bo,b@x.example,2010,2014\n';
    const sample = readPopolo(JSON.stringify({ persons: [{ id: 'p', name: 'P' }], memberships: [] }), day);
    await imported(readCsv(text, day));
    await imported(sample, { kind: 'popolo' });
    const later = '2026-12-01';
    expect(await imported(readCsv(text, later), { day: later })).toMatchObject({ changed: [], unchanged: 2 });
    const again = readPopolo(JSON.stringify({ persons: [{ id: 'p', name: 'P' }], memberships: [] }), later);
    expect(await imported(again, { kind: 'popolo', day: later })).toMatchObject({ changed: [], unchanged: 1 });
  });
});

describe('mailboxes', () => {
  it('of several people are told, as they were understood', async () => {
    const { csv } = emptyState();
    const report = await csv([
      row('a', 'Ada', 'members@house.example'),
      row('b', 'Bo', 'Members@House.Example'),
      row('c', 'Cy', 'info@почта.рф'),
    ]);
    expect(report.shared).toEqual([{ address: 'members@house.example', of: ['line 2', 'line 3'] }]);
    expect(report.added.map(({ addresses }) => addresses)).toEqual([
      ['members@house.example'],
      ['Members@house.example'],
      ['info@почта.рф (info@xn--80a1acny.xn--p1ai)'],
    ]);
  });

  it('of one field: letters go to the first', async () => {
    const { state, csv } = emptyState();
    await csv([row('a', 'Ada', 'z@x.example; b@x.example; a@x.example')]);
    const { representatives } = await findRepresentatives(fresh.database, { state, on: today('UTC'), words: 'ada' });
    expect(representatives[0]?.channels.map(({ value }) => value)).toEqual([
      'z@x.example',
      'b@x.example',
      'a@x.example',
    ]);
  });
});
