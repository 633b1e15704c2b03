import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, startingDatabase } from '../../test/support/database.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { today } from '../text/partial-day.ts';
import { NotCsvError, readCsv } from './csv.ts';
import { findRepresentatives } from './find-representatives.ts';
import { importRepresentatives } from './import-representatives.ts';
import { NotPopoloError, readPopolo } from './popolo.ts';

const assembly = readFileSync(join(root, 'test/fixtures/popolo-example-assembly.json'), 'utf8');
const day = '2026-11-24';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await startingDatabase();
});
afterAll(() => fresh.drop());

const options = { kind: 'popolo' as const, day, source: undefined, skipBad: false, dryRun: false, by: SYSTEM };

describe('Popolo', () => {
  const { entries, refused } = readPopolo(assembly, day);

  it('is read whole, terms as events and partial dates included', () => {
    expect(entries).toHaveLength(84);
    expect(refused).toEqual([]);
    const speaker = entries.flatMap(({ mandates }) => mandates).find(({ role }) => role === 'speaker');
    expect(speaker).toMatchObject({ started_on: '2025-02', term: '10th Assembly', current: true });
  });

  it('takes nobody for current who has died, left early, or served an earlier term', () => {
    const dead = JSON.parse(assembly)
      .persons.filter((person: { death_date?: string }) => person.death_date)
      .map(({ id }: { id: string }) => id);
    const inOffice = entries.filter(({ endedOn }) => endedOn === null);
    expect(inOffice.length).toBeGreaterThan(40);
    expect(inOffice.filter(({ externalId }) => dead.includes(externalId))).toEqual([]);
    expect(
      inOffice.every(({ mandates }) => mandates.some(({ term, current }) => current && term === '10th Assembly')),
    ).toBe(true);
  });

  it('takes a list without terms or dates for those who serve now, and no party for a mandate', () => {
    const council = {
      persons: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      organizations: [
        { id: 'council', name: 'Council', classification: 'legislature' },
        { id: 'party/unknown', name: 'unknown', classification: 'party' },
      ],
      memberships: [
        { person_id: 'a', organization_id: 'council', role: 'councillor', on_behalf_of_id: 'party/unknown' },
        { person_id: 'a', organization_id: 'council', role: 'mayor' },
        { person_id: 'b', organization_id: 'party/unknown' },
      ],
    };
    const [serving, member] = readPopolo(JSON.stringify(council), day).entries;
    expect(serving).toMatchObject({
      endedOn: null,
      mandates: [{ role: 'councillor', party: null }, { role: 'mayor' }],
    });
    expect(member).toMatchObject({ endedOn: day, mandates: [] });
  });

  it('tells bad rows by id and reason', () => {
    const bad = {
      persons: [
        { id: 'a', name: 'A', email: 'a@x.example\r\nBcc: b@x.example' },
        { id: 'b' },
        { id: 'c', name: 'C' },
        { id: 'c', name: 'C2' },
        7,
      ],
      memberships: [],
    };
    const { refused: told } = readPopolo(JSON.stringify(bad), day);
    expect(told.map(({ at }) => at)).toEqual(['a', 'b', 'c', 'persons[4]']);
    expect(told[0]?.reason).toMatch(/not an e-mail address/);
  });

  it.each(['', '[]', '{"persons": 3}', '{"persons": [], "memberships": "x"}'])(
    'is refused whole when it is none: %j',
    (text) => {
      expect(() => readPopolo(text, day)).toThrow(NotPopoloError);
    },
  );
});

describe('an import', () => {
  it('adds, then finds nothing new, then ends who is missing and takes back who returns', async () => {
    const { database } = fresh;
    const all = readPopolo(assembly, day);
    const first = await importRepresentatives(database, all, { ...options, state: 'KEN' });
    expect(first).toMatchObject({ written: true, refused: [], undated: 0 });
    expect(first.added).toHaveLength(84);
    const again = await importRepresentatives(database, all, { ...options, state: 'KEN' });
    expect(again).toMatchObject({ added: [], changed: [], ended: [], unchanged: 84 });

    const [left] = all.entries.filter(({ endedOn }) => endedOn === null);
    const without = { ...all, entries: all.entries.filter((entry) => entry !== left) };
    expect((await importRepresentatives(database, without, { ...options, state: 'KEN' })).ended).toHaveLength(1);
    expect((await importRepresentatives(database, all, { ...options, state: 'KEN' })).changed).toHaveLength(1);
    const { representatives } = await findRepresentatives(database, {
      state: 'KEN',
      on: today('UTC'),
      words: left?.name ?? '',
    });
    expect(representatives.map(({ name }) => name)).toContain(left?.name);
  });

  it('ends nobody because a file is empty', async () => {
    const nobody = { entries: [], refused: [] };
    await expect(importRepresentatives(fresh.database, nobody, { ...options, state: 'KEN' })).rejects.toThrow('nobody');
  });

  it('writes nothing when a row is bad, unless told to skip it', async () => {
    const reading = readCsv(
      'name,body,email\nAmina,Assembly,amina@assembly.example\nBad,Assembly,not an address\n',
      day,
    );
    expect(reading.refused).toEqual([{ at: 'line 3', reason: 'not an e-mail address: not an address' }]);
    const csv = { ...options, kind: 'csv' as const, state: 'UGA' };
    expect(await importRepresentatives(fresh.database, reading, csv)).toMatchObject({ written: false, undated: 1 });
    expect(
      (await findRepresentatives(fresh.database, { state: 'UGA', on: today('UTC'), words: 'Amina' })).representatives,
    ).toEqual([]);
    expect(await importRepresentatives(fresh.database, reading, { ...csv, skipBad: true })).toMatchObject({
      written: true,
    });
    expect(
      (await findRepresentatives(fresh.database, { state: 'UGA', on: today('UTC'), words: 'amina' })).representatives,
    ).toHaveLength(1);
  });

  it('ends nobody of those who hold nothing else, where a membership may be theirs that could not be read', async () => {
    const persons = [
      { id: 'a', name: 'Ada One' },
      { id: 'b', name: 'Bo Two' },
    ];
    const from = (memberships: readonly object[]) =>
      importRepresentatives(
        fresh.database,
        readPopolo(JSON.stringify({ persons, memberships, organizations: [{ id: 'h' }] }), day),
        { ...options, skipBad: true, state: 'RWA' },
      );
    const told = (list: readonly { at: string }[]) => list.map(({ at }) => at);
    const ada = { person_id: 'a', organization_id: 'h' };
    const bo = { ...ada, person_id: 'b' };
    await from([ada, bo]);
    const unsure = await from([ada, { ...bo, person_id: 'bo' }]);
    expect([told(unsure.kept), told(unsure.changed), unsure.written]).toEqual([['b'], [], true]);
    const sure = await from([ada]);
    expect([told(sure.kept), told(sure.changed)]).toEqual([[], ['b']]);
  });

  it('keeps whom a refused row names with a title or one name more', async () => {
    const csv = { ...options, kind: 'csv' as const, state: 'BDI', skipBad: true };
    const from = (rows: string) => importRepresentatives(fresh.database, readCsv(`id,name,email\n${rows}`, day), csv);
    await from('1,Ada One,\n2,Bo Two,\n3,Cy,\n');
    const report = await from('9,New,\n,Hon. Ada B. One,no\n,Two,no\n,Cy Four,no\n');
    expect(report.kept.map(({ name }) => name)).toEqual(['Ada One']);
    expect(report.ended.map(({ name }) => name)).toEqual(['Bo Two', 'Cy']);
  });

  it('takes nothing that no database can hold: zeros, and halves of characters', async () => {
    const odd = '\0\ud800';
    const ada = {
      ...{ id: 'a', name: `A${odd}da`, email: 'a@x.example' },
      links: [{ url: `https://x.example/${odd}` }, { url: 'https://x.example/b', note: `n${odd}` }],
      contact_details: ['form', 'phone', 'address', 'twitter'].map((type) => ({
        type,
        value: `https://x.example/${odd}`,
      })),
      memberships: [
        { organization: { name: `H${odd}` }, role: `R${odd}`, area: { name: odd }, on_behalf_of: { name: odd } },
      ],
    };
    const read = readPopolo(JSON.stringify({ persons: [ada, { ...ada, id: odd }] }), day);
    expect(read.refused).toEqual([{ at: 'persons[1]', reason: expect.stringContaining('an id of') }]);
    const report = await importRepresentatives(fresh.database, read, { ...options, state: 'MOZ', skipBad: true });
    expect([report.written, report.added.map(({ name }) => name)]).toEqual([true, ['Ada']]);
  });

  it('gives an office its address, and keeps how well it works', async () => {
    const reading = readCsv('office,name,email\njustice-minister,,minister@justice.example\n', day);
    const csv = { ...options, kind: 'csv' as const, state: 'TZA' };
    expect((await importRepresentatives(fresh.database, reading, csv)).changed).toHaveLength(1);
    const { representatives } = await findRepresentatives(fresh.database, { state: 'TZA', on: today('UTC') });
    const minister = representatives.find(({ office }) => office === 'justice-minister');
    expect(minister?.channels).toMatchObject([{ kind: 'email', value: 'minister@justice.example', paused: false }]);
    expect(representatives).toHaveLength(4);
  });
});

describe('CSV', () => {
  it.each(['nome,email\nA,b@x.example\n', 'name,email\n"unclosed'])('is refused whole when it is none: %j', (text) => {
    expect(() => readCsv(text, day)).toThrow(NotCsvError);
  });

  it('names the line of an unknown office or a false date', () => {
    const { refused } = readCsv('office,name,started_on\nking,,\n,Amina,2024-13\n,,2024\n', day);
    expect(refused.map(({ at }) => at)).toEqual(['line 2', 'line 3', 'line 4']);
  });
});

describe('finding', () => {
  it('cares for no accents and no case, and wants every word', async () => {
    const names = async (words: string) =>
      (await findRepresentatives(fresh.database, { state: 'KEN', on: today('UTC'), words })).representatives.map(
        ({ name }) => name,
      );
    const found = await names('ELODIE');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((name) => name?.includes('Élodie'))).toBe(true);
    const [one = ''] = found;
    expect(await names(`${one?.split(' ').at(-1)} élodie`)).toContain(one);
    expect(await names('elodie nobody')).toEqual([]);
    expect(await names("%' OR 1=1 --")).toEqual([]);
  });

  it('shows the four offices of every state first', async () => {
    const { representatives } = await findRepresentatives(fresh.database, { state: 'KEN', on: today('UTC') });
    expect(representatives.slice(0, 4).map(({ office }) => office)).toEqual([
      'head-of-government',
      'foreign-minister',
      'justice-minister',
      'speaker-of-parliament',
    ]);
  });
});

it('whose term was to come and who is in the file no more has left, and never begins', async () => {
  const bring = (rows: string) =>
    importRepresentatives(fresh.database, readCsv(`id,name,started_on\n${rows}`, day), {
      ...options,
      state: 'NZL',
      kind: 'csv',
    });
  await bring('a,Ada One,2020\nb,Bo Two,2099\n');
  await bring('a,Ada One,2020\n');
  const { rows } = await fresh.pool.query(
    `SELECT begins_on, ended_on FROM representatives WHERE state = 'NZL' AND name = 'Bo Two'`,
  );
  expect(rows).toEqual([{ begins_on: null, ended_on: day }]);
});
