import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, startingDatabase } from '../../test/support/database.ts';
import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import { entersIntoForce, withdrawalTakesEffect } from './entry-into-force.ts';
import { lawNote, lawsOn } from './laws.ts';
import { loadRisks } from './load-states.ts';
import { officialLanguages } from './official-languages.ts';
import { InvalidRowError, readTable } from './read-table.ts';
import type { ActType } from './shapes.ts';
import { folded } from './state-meant.ts';
import { displayName, inOrderOfNames, listedName, stateName, suggestedStates } from './state-names.ts';
import { allStates, stateOf } from './states.ts';
import type { Coverage, NationalLaw } from './treaty-record.ts';
import { standingBy } from './treaty-standing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await startingDatabase();
});
afterAll(() => fresh.drop());

describe('the states', () => {
  it('are all there, warned of unless staff said otherwise', async () => {
    const states = await allStates(fresh.database);
    expect(states).toHaveLength(198);
    expect((await stateOf(fresh.database, 'KEN'))?.risk).toBe('warn');
    expect((await stateOf(fresh.database, 'PRK'))?.risk).toBe('closed');
    expect(await stateOf(fresh.database, 'XXX')).toBeUndefined();
  });

  it('have a name in every language', async () => {
    for (const state of await allStates(fresh.database)) {
      for (const lang of langs) expect(stateName(lang, state), `${state.iso3} ${lang}`).not.toMatch(/^[A-Z]{2,3}$/);
    }
  });

  it('are called as the United Nations calls them', async () => {
    const palestine = await stateOf(fresh.database, 'PSE');
    expect(palestine && stateName('fr', palestine)).toBe('État de Palestine');
    expect(listedName('en', { iso2: 'GB', iso3: 'GBR' })).toBe('United Kingdom of Great Britain and Northern Ireland');
    expect(listedName('es', { iso2: 'TR', iso3: 'TUR' })).toBe('Türkiye');
  });

  it.each([
    ['en', 'VN', 'VNM', 'Vietnam'],
    ['fr', 'IQ', 'IRQ', 'Irak'],
    ['es', 'KE', 'KEN', 'Kenia'],
    ['es', 'NZ', 'NZL', 'Nueva Zelanda'],
    ['ar', 'CL', 'CHL', 'تشيلي'],
  ] as const)('are spelled in %s as CLDR spells them: %s %s', (lang, iso2, iso3, name) =>
    expect(listedName(lang, { iso2, iso3 })).toBe(name),
  );

  it.each(langs)('have no name in %s that is CLDR’s with other accents, signs or articles', async (lang) => {
    const spelled = (await allStates(fresh.database)).filter((state) => {
      const [listed, cldr] = [listedName(lang, state), displayName(lang, state)];
      return listed !== cldr && folded(listed) === folded(cldr);
    });
    expect(spelled).toEqual([]);
  });

  it.each([
    ['en', 'Iran (Islamic Republic of)', 'Islamic Republic of Iran'],
    ['fr', 'Iran (République islamique d’)', 'République islamique d’Iran'],
    ['es', 'Irán (República Islámica del)', 'República Islámica del Irán'],
    ['ar', 'إيران (جمهورية - الإسلامية)', 'جمهورية إيران الإسلامية'],
  ] as const)('are called in a list as %s, in a sentence in running words', (lang, listed, said) => {
    const iran = { iso2: 'IR', iso3: 'IRN' };
    expect([listedName(lang, iran), stateName(lang, iran)]).toEqual([listed, said]);
  });

  it('stand in the order of the reader’s language', async () => {
    const names = inOrderOfNames('fr', await allStates(fresh.database)).map(({ name }) => name);
    expect(names.indexOf('Égypte')).toBeLessThan(names.indexOf('France'));
  });

  it.each([
    ['fr-CD,fr;q=0.9', 'COD', ['COD']],
    ['ar-EG', 'EGY', ['EGY']],
    ['en-US,en;q=0.9,es-CO;q=0.8', 'USA', ['USA', 'COL']],
    ['sw', undefined, ['KEN', 'TZA', 'UGA']],
    ['fr', undefined, []],
    ['', undefined, []],
  ])('are suggested from the language alone: %s', async (header, named, suggested) => {
    const found = suggestedStates(await allStates(fresh.database), header);
    expect(found.named?.iso3).toBe(named);
    expect(found.states.map(({ iso3 }) => iso3)).toEqual(suggested);
  });

  it('have official languages, every one of them', async () => {
    const without = (await allStates(fresh.database)).filter(({ iso3 }) => officialLanguages(iso3).length === 0);
    expect(without).toEqual([]);
  });
});

describe('a table', () => {
  it('names file, line and column of what is wrong', () => {
    const read = () =>
      readTable(
        'risk.csv',
        'iso3,level\nKEN,open\nTCD,perhaps\n',
        z.object({ iso3: z.string(), level: z.enum(['open']) }),
      );
    expect(read).toThrow(InvalidRowError);
    expect(read).toThrow(/risk\.csv line 3: level/);
  });

  it.each([
    ['a head that stands twice', 'iso3,level,level\nERI,closed,open\n', 'line 1: columns that stand twice: level'],
    ['a state that stands twice', 'iso3,level,reason\nERI,closed,a\nERI,warn,b\n', 'ERI stands twice'],
    ['a code that is nobody’s', 'iso3,level,reason\nERT,closed,a\nKEN,warn,b\n', 'no state has the code ERT'],
    ['an open state', 'iso3,level,reason\nKEN,open,a\n', 'line 2: level'],
    ['another encoding', Buffer.from('iso3,level,reason\nERI,closed,préc\n', 'latin1'), 'is not UTF-8'],
  ])('of risks changes none where it has %s', async (_, text, reason) => {
    const before = await allStates(fresh.database);
    const file = join(await mkdtemp(join(tmpdir(), 'risk-')), 'risk.csv');
    await writeFile(file, text);
    await expect(loadRisks(fresh.database, file, SYSTEM, '2026-07-17')).rejects.toThrow(reason);
    expect(await allStates(fresh.database)).toEqual(before);
  });

  it('of risks may be separated by semicolons', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'risk-'));
    await writeFile(join(folder, 'risk.csv'), 'iso3;level;reason\nERI;closed;"a, b"\n');
    await fresh.database
      .transaction()
      .execute(async (trx) => {
        expect(await loadRisks(trx, join(folder, 'risk.csv'), SYSTEM, '2026-07-17')).toBe(1);
        expect((await allStates(trx)).find(({ iso3 }) => iso3 === 'ERI')?.risk).toBe('closed');
        throw new RangeError('as it was');
      })
      .catch((error) => expect(error).toBeInstanceOf(RangeError));
  });
});

describe('a treaty’s standing', () => {
  const acts = (...types: ActType[]) => types.map((type) => ({ type }));

  it('follows each act in turn', () => {
    expect(standingBy(acts('signature'))).toBe('signed');
    expect(standingBy(acts('signature', 'ratification'))).toBe('joining');
    expect(standingBy(acts('accession', 'entry-into-force', 'withdrawal-notified'))).toBe('withdrawing');
    expect(
      standingBy(acts('accession', 'entry-into-force', 'withdrawal-notified', 'withdrawal-effective', 'accession')),
    ).toBe('joining');
  });

  it('stays a party’s where a notice was taken back, whatever was foreseen from it', () => {
    const back = acts(
      'accession',
      'entry-into-force',
      'withdrawal-notified',
      'withdrawal-rescinded',
      'withdrawal-effective',
    );
    expect(standingBy(back)).toBe('party');
  });
});

describe('national law', () => {
  const law = (year: string, status = 'enacted') => ({ topic: 'cooperation', status, year }) as NationalLaw;
  const coverage = new Map([['cooperation', { known_through: '2024-12-31' } as Coverage]] as const);
  const known = (year: string, on: string, status?: string) =>
    lawsOn({ coverage }, { laws: [law(year, status)] }, on).length > 0;

  it('is known from the year of the law, or from when sources without a year were read', () => {
    expect([known('2015', '2014-12-31'), known('2015', '2015-01-01')]).toEqual([false, true]);
    expect([known('', '2012-12-31'), known('', '2013-01-01')]).toEqual([false, true]);
  });

  it('is known to be missing from the year of the source on, or since all sources were read', () => {
    expect([known('2018', '2013-07-01', 'none'), known('2018', '2018-07-01', 'none')]).toEqual([false, true]);
    expect([known('', '2013-07-01', 'none'), known('', '2024-12-31', 'none')]).toEqual([false, true]);
  });

  it('is told in English, marked as such, where a row was never translated', () => {
    const row = { ...law('2015'), note: 'Law 1', note_fr: '', note_es: 'Ley 1', note_ar: '' };
    expect(lawNote('fr', row)).toEqual({ text: 'Law 1', lang: 'en' });
    expect(lawNote('es', row)).toEqual({ text: 'Ley 1', lang: undefined });
  });
});

describe('entry into force', () => {
  it('is reckoned by each treaty’s own rule', () => {
    expect(entersIntoForce('rome-statute', '2010-10-12')).toBe('2011-01-01');
    expect(entersIntoForce('rome-statute', '2002-04-11')).toBe('2002-07-01');
    expect(entersIntoForce('apic', '2004-06-22')).toBe('2004-07-22');
    expect(entersIntoForce('amendment-aggression-2010', '2012-05-08')).toBe('2013-05-08');
    expect(withdrawalTakesEffect('2016-02-29')).toBe('2017-02-28');
  });
});
