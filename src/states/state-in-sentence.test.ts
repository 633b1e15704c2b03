import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { nameState, stateInSentence } from './state-in-sentence.ts';
import { listedName } from './state-names.ts';

const table = (name: string) =>
  parse(readFileSync(join(root, 'content/states', name)), { columns: true }) as Record<string, string>[];
const states = table('states.csv').map(({ iso2 = '', iso3 = '' }) => ({ iso2, iso3 }));
const said = (lang: Lang) => states.map((one) => ({ one, ...stateInSentence(lang, one) }));
const bare = (name: string) => name.replace(/^(the|le|la|les|el|los|las) |^l’/, '');

describe('names of states in sentences', () => {
  it('are there for every state and for none besides, each once', () => {
    const rows = table('names-in-sentences.csv');
    expect(rows.map(({ iso3 }) => iso3).sort()).toEqual(states.map(({ iso3 }) => iso3).sort());
    for (const row of rows) expect(Object.values(row), row.iso3).not.toContain('');
    expect(new Set(rows.map(({ ar_gender }) => ar_gender))).toEqual(new Set(['f', 'm']));
  });

  it.each(langs)('are the names of the lists in %s, or what these begin or end with', (lang) => {
    for (const { one, ...forms } of said(lang)) {
      const listed = listedName(lang, one);
      const [, short, style] = /^([^(]+) \((.+)\)$/.exec(listed) ?? [];
      const running = style?.includes('-') ? style.replace('-', short ?? '') : `${style} ${short}`;
      expect([listed, short, running, ...beforeOf(listed)], one.iso3).toContain(bare(forms.state));
      for (const form of Object.values(forms)) expect(form, one.iso3).not.toMatch(/[(){}]|\s\s|^\s|\s$/);
    }
  });

  it('contract and elide in French', () => {
    for (const { state_of, state_to, state_in, state: name } of said('fr')) {
      for (const form of [state_of, state_to, state_in]) {
        expect(form).not.toMatch(
          /\b(de|à) les? |\bdes? (les?|la|l’) (les?|la) |^de [AEÉIÎOUY]|^d’(?![AEÉIÎOUH])|aux? l/,
        );
      }
      expect(name).not.toMatch(/^l[ea] [AEÉIÎOU]|^l’(?![AEÉIÎOU])/);
    }
  });

  it('say “in” in French by the article', () => {
    const ways = said('fr').map(({ state_in, state: name }) => {
      const [, article = ''] = /^(le |la |les |l’)/.exec(name) ?? [];
      return { name, way: `${article.trim()}:${state_in.slice(0, -bare(name).length).trim()}` };
    });
    const by = (way: string) => ways.filter((one) => one.way === way).map(({ name }) => name);
    expect(new Set(ways.map(({ way }) => way))).toEqual(
      new Set(['le:au', 'les:aux', 'la:en', 'la:à la', 'l’:en', 'l’:dans l’', ':à', ':en']),
    );
    expect(by('la:à la')).toEqual(['la Barbade', 'la Dominique', 'la Grenade', 'la Trinité-et-Tobago']);
    expect(by(':en')).toEqual(['Haïti', 'Israël']);
    expect(by('l’:dans l’')).toEqual(['l’État de Palestine']);
  });

  it('contract in Spanish, but not the name of El Salvador', () => {
    for (const { state_of, state_to, state_in } of said('es')) {
      expect([state_of, state_to, state_in].join()).not.toMatch(/\b(de|a) el |\b(del|al) (el|la|los|las) /);
    }
    expect(stateInSentence('es', { iso2: 'SV', iso3: 'SLV' }).state_of).toBe('de El Salvador');
  });

  it('have one article in English, and one sign of the genitive', () => {
    for (const { state_of, state_in, state_first } of said('en')) {
      expect(state_of).toMatch(/[a-zé]’s$|s’$/);
      expect(state_in).not.toMatch(/the the/i);
      expect(state_first).toMatch(/^\p{Lu}/u);
    }
  });

  it.each([
    ['en', 'NLD', 'the Netherlands', 'in the Netherlands', 'the Netherlands’', 'to the Netherlands', 'other'],
    ['en', 'KEN', 'Kenya', 'in Kenya', 'Kenya’s', 'to Kenya', 'other'],
    ['en', 'HND', 'Honduras', 'in Honduras', 'Honduras’s', 'to Honduras', 'other'],
    ['fr', 'KEN', 'le Kenya', 'au Kenya', 'du Kenya', 'au Kenya', 'other'],
    ['fr', 'NLD', 'les Pays-Bas', 'aux Pays-Bas', 'des Pays-Bas', 'aux Pays-Bas', 'many'],
    ['fr', 'IRN', 'l’Iran', 'en Iran', 'de l’Iran', 'à l’Iran', 'other'],
    ['fr', 'FRA', 'la France', 'en France', 'de la France', 'à la France', 'other'],
    ['fr', 'HTI', 'Haïti', 'en Haïti', 'd’Haïti', 'à Haïti', 'other'],
    ['es', 'GBR', 'el Reino Unido', 'en el Reino Unido', 'del Reino Unido', 'al Reino Unido', 'other'],
    ['es', 'NLD', 'los Países Bajos', 'en los Países Bajos', 'de los Países Bajos', 'a los Países Bajos', 'many'],
    ['ar', 'KEN', 'كينيا', 'في كينيا', 'كينيا', 'إلى كينيا', 'other'],
    ['ar', 'IRQ', 'العراق', 'في العراق', 'العراق', 'إلى العراق', 'masculine'],
  ] as const)('in %s of %s are %s, %s, %s, %s', (lang, iso3, name, within, of, to, agrees) => {
    const { iso2 = '' } = states.find((state) => state.iso3 === iso3) ?? {};
    expect(stateInSentence(lang, { iso2, iso3 })).toEqual({
      state: name,
      state_first: name.charAt(0).toUpperCase() + name.slice(1),
      state_in: within,
      state_of: of,
      state_to: to,
      state_agrees: agrees,
    });
  });
});

const asks = globSync('content/campaigns/*/asks/*/*.json', { cwd: root });

it.each(langs)('the asks that an installation starts with name every state in whole sentences in %s', (lang) => {
  const texts = asks
    .filter((file) => file.endsWith(`/${lang}.json`))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/[^"]*\{state[^"]*/g) ?? []);
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    expect(text).not.toMatch(/\(\{state|\{state\w*\}\s?:/);
    for (const state of states) {
      const said = nameState(lang, text, state);
      expect(said).not.toMatch(/\{state|\b(de|à) les? |\b(de|a|por) el el |\bthe the\b/);
      expect(said, text).toMatch(/^[\p{Lu}\p{Lo}]/u);
    }
  }
});

/** “United Kingdom” of “United Kingdom of Great Britain and Northern Ireland”. */
function beforeOf(listed: string): string[] {
  return [/^(.+?) (?:of|de) Gr/.exec(listed)?.[1], /^(.+?) لبريطانيا/.exec(listed)?.[1]].filter(
    (one) => one !== undefined,
  );
}
