import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { rooms } from '../rooms.ts';
import { catalogue } from './catalogues.ts';
import { either, list } from './format.ts';
import { isolatedIn } from './isolated.ts';
import { type Key, words } from './words.ts';

const AMINA = 'أمينة قاسم';
const speaking = rooms.filter(({ speaks }) => speaks).map(({ name }) => name);

describe.each(['en', 'fr', 'es'] as const)('a name from right to left in words in %s', (lang) => {
  it('is set apart wherever words have a place for one', () => {
    let places = 0;
    for (const [key, message] of catalogue(speaking, lang)) {
      const elements = parse(message);
      if (elements.some(({ type }) => type !== TYPE.literal && type !== TYPE.argument)) continue;
      const wanted = elements.flatMap((element) => (element.type === TYPE.argument ? [element.value] : []));
      if (wanted.length === 0) continue;
      places += wanted.length;
      const said = words(lang).t(key as Key, Object.fromEntries(wanted.map((name) => [name, AMINA])));
      expect(said.replaceAll(`\u2068${AMINA}\u2069`, ''), key).not.toContain(AMINA);
    }
    expect(places).toBeGreaterThan(200);
  });

  it('keeps its place in a list', () => {
    for (const named of [list(lang, [AMINA, 'John', AMINA]), either(lang, [AMINA, 'John', AMINA])]) {
      expect(named.split(`\u2068${AMINA}\u2069`)).toHaveLength(3);
      // Told once more, in a sentence, it is not set apart twice.
      expect(words(lang).t('letters.write.to', { names: named })).toContain(named);
    }
  });

  it('is left out where it chooses between words, and nothing else is touched', () => {
    const said = words(lang).t('record.case.now.stayed', { who: 'John', since: '2003', many: 'no', on: '', how: '' });
    expect(said).toContain('John');
    expect(said).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('a name from left to right', () => {
  it('is set apart in Arabic where two of them would run together', () => {
    expect(isolatedIn('ar', 'John')).toBe('\u2068John\u2069');
    expect(isolatedIn('ar', AMINA)).toBe(AMINA);
    expect(isolatedIn('en', 'John')).toBe('John');
  });
});
