import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readCsvRows } from '../text/csv-rows.ts';
import { folded, otherNames, stateMeant } from './state-meant.ts';
import { namesIn } from './state-names.ts';

const states = readCsvRows(readFileSync(join(root, 'content/states/states.csv'), 'utf8')).rows.map(
  ({ cells: [iso2 = '', iso3 = ''] }) => ({ iso2, iso3 }),
);

/** Codes of what is meant: of one state, or of those to choose from. */
function meant(typed: string): string {
  const { state, perhaps } = stateMeant(states, typed);
  return state?.iso3 ?? perhaps.map(({ iso3 }) => `${iso3}?`).join(' ');
}

const CONGO = 'COD? COG?';
const GUINEA = 'GIN? GNB? GNQ? PNG?';
const SUDAN = 'SDN? SSD?';
const KOREA = 'KOR? PRK?';

describe('who types the name of a country', () => {
  it.each([
    ['kenya', 'KEN'],
    ['  KÉNYA ', 'KEN'],
    ['Keny', 'KEN'],
    ['Ke', 'KEN'],
    ['كينيا', 'KEN'],
    ["cote d'ivoire", 'CIV'],
    ['la Côte d’Ivoire', 'CIV'],
    ['UK', 'GBR'],
    ['U.K.', 'GBR'],
    ['USA', 'USA'],
    ['EE.UU.', 'USA'],
    ['Alemania', 'DEU'],
    ['l’Allemagne', 'DEU'],
    ['Niger', 'NER'],
    ['Ireland', 'IRL'],
    ['Dominica', 'DMA'],
    ['Kosovo', 'XKX'],
    ['سوريه', 'SYR'],
  ])('means one by “%s”', (typed, state) => expect(meant(typed)).toBe(state));

  it.each([
    ['Turkey', 'TUR'],
    ['Czech Republic', 'CZE'],
    ['Great Britain', 'GBR'],
    ['England', 'GBR'],
    ['Burma', 'MMR'],
    ['Birmanie', 'MMR'],
    ['Birmania', 'MMR'],
    ['بورما', 'MMR'],
    ['DRC', 'COD'],
    ['RDC', 'COD'],
    ['Ivory Coast', 'CIV'],
    ['Costa de Marfil', 'CIV'],
    ['Holland', 'NLD'],
    ['South Korea', 'KOR'],
    ['Corée du Nord', 'PRK'],
    ['EEUU', 'USA'],
    ['États-Unis', 'USA'],
    ['أمريكا', 'USA'],
    ['بريطانيا', 'GBR'],
    ['Swaziland', 'SWZ'],
    ['Cape Verde', 'CPV'],
    ['Macedonia', 'MKD'],
    ['East Timor', 'TLS'],
    ['Russia', 'RUS'],
    ['Syria', 'SYR'],
    ['Vatican', 'VAT'],
    ['Macédoine', 'MKD'],
    ['السعودية', 'SAU'],
    ['Kenya', 'KEN'],
    ['Viet Nam', 'VNM'],
    ['Nueva Zelandia', 'NZL'],
    ['شيلي', 'CHL'],
  ])('is understood by what others call it: “%s”', (typed, state) => expect(meant(typed)).toBe(state));

  it.each([
    ['Congo', CONGO],
    ['الكونغو', CONGO],
    ['le Congo', CONGO],
    ['Guinea', GUINEA],
    ['Guinée', GUINEA],
    ['غينيا', GUINEA],
    ['Sudan', SUDAN],
    ['Soudan', SUDAN],
    ['السودان', SUDAN],
    ['Korea', KOREA],
    ['Corée', KOREA],
    ['Corea', KOREA],
    ['كوريا', KOREA],
    ['Nig', 'NER? NGA?'],
    ['Mala', 'MWI? MYS?'],
    ['RU', 'GBR? RUS?'],
  ])('chooses among all that “%s” may mean', (typed, several) => expect(meant(typed)).toBe(several));

  it.each([
    ['Zealand', 'NZL?'],
    ['Islamic', 'IRN?'],
  ])('is asked whether it is the one, by part of its name: “%s”', (typed, one) => expect(meant(typed)).toBe(one));

  it.each(['Taiwan', 'nowhere', 'EU', 'K', 'American Samoa', 'Republic', '', ' . '])('means none by “%s”', (typed) =>
    expect(meant(typed)).toBe(''),
  );

  it.each(langs)('means a state by each of its own names in %s, or chooses it', (lang) => {
    for (const state of states)
      for (const name of namesIn(lang, state)) expect(meant(name).split(/[? ]+/), name).toContain(state.iso3);
  });
});

describe('the table of other names', () => {
  it('says of each name which states it means, and no two rows say it otherwise', () => {
    for (const { name, states: codes } of otherNames()) {
      const expected = codes.length === 1 ? codes[0] : codes.toSorted().map((code) => `${code}?`);
      expect(meant(name), name).toBe([expected].flat().join(' '));
    }
  });

  it('holds no name that is understood without it, and none twice in a language', () => {
    const rows = otherNames().map(({ lang, name }) => `${lang} ${folded(name)}`);
    expect(rows.filter((row, at) => rows.indexOf(row) < at)).toEqual([]);
    const own = new Map(
      states.map((state) => [state.iso3, langs.flatMap((lang) => namesIn(lang, state)).map((name) => folded(name))]),
    );
    const known = otherNames().filter(({ name, states: [one = '', ...more] }) => {
      return more.length === 0 && own.get(one)?.includes(folded(name));
    });
    expect(known).toEqual([]);
  });

  it('has the four languages, and no state that is none', () => {
    expect(new Set(otherNames().map(({ lang }) => lang))).toEqual(new Set(langs));
    const codes = states.map(({ iso3 }) => iso3);
    for (const { states: named } of otherNames()) for (const code of named) expect(codes).toContain(code);
  });
});
