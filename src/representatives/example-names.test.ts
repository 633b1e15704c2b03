import { expect, it } from 'vitest';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { exampleIn, examplesAlike } from './example-names.ts';
import { displayName, salutation, seatLines } from './naming.ts';

const kept = (what: 'name' | 'area' | 'party', lang: (typeof langs)[number], number: number) =>
  words(lang).t(`representatives.example.${what}`, { number });

it.each(langs)('what a demonstration made up, kept in %s, is called in every language', (from) => {
  for (const lang of langs)
    for (const what of ['name', 'area', 'party'] as const)
      expect(exampleIn(lang, kept(what, from, 12))).toBe(kept(what, lang, 12));
});

it('its digits may be those of Arabic', () => {
  expect(exampleIn('en', 'نائب تجريبي ١٢')).toBe('Example Representative 12');
});

it.each(['Wanjiru Kamau', 'District 9', 'Example Party', 'Example Party of 2', '', 'Partido 3'])(
  'anything else stays as it is: %s',
  (name) => {
    for (const lang of langs) expect(exampleIn(lang, name)).toBe(name);
  },
);

it('a person, a letter’s greeting and a seat are named so', () => {
  const one = { office: null, role: null, body: null, name: 'Élue d’exemple 3', state: 'FRA' };
  expect(displayName('en', one)).toBe('Example Representative 3');
  expect(salutation('es', one)).toContain('Diputada de ejemplo 3');
  const seat = { area: 'Circonscription d’exemple 2', party: 'Green Party' };
  expect(seatLines('en', seat)).toEqual(['Example District 2', 'Green Party']);
});

it('a word finds them in whichever language they are kept', () => {
  const alike = examplesAlike('fr', 'circonscription', (text) => text.toLowerCase());
  expect(alike).toContain('Example District');
  expect(examplesAlike('fr', 'nairobi', (text) => text.toLowerCase())).toEqual([]);
});
