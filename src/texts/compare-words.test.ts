import { describe, expect, it } from 'vitest';
import type { Lang } from '../config/langs.ts';
import { compareWords, type Run } from './compare-words.ts';

const told = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind]).join('');
const compared = (before: string, after: string, lang: Lang = 'en') => told(compareWords(lang, before, after));

describe('two texts', () => {
  it.each<[string, string, string, string]>([
    ['the same', 'Join us.', 'Join us.', 'Join us.'],
    ['a word', 'Join the Court.', 'Leave the Court.', '[-Join-][+Leave+] the Court.'],
    [
      'several words are one change',
      'Stand up for peace now.',
      'Stand with victims now.',
      'Stand [-up for peace-][+with victims+] now.',
    ],
    ['a word within a word is another word', 'unite', 'united', '[-unite-][+united+]'],
    ['a point', 'Now', 'Now!', 'Now[+!+]'],
    ['something from nothing', '', 'New', '[+New+]'],
    ['nothing from something', 'Old', '', '[-Old-]'],
    ['another line', 'One.\n\nTwo.', 'One.\n\nThree.', 'One.\n\n[-Two-][+Three+].'],
  ])('%s', (_, before, after, expected) => {
    expect(compared(before, after)).toBe(expected);
  });

  it('by words as each script has them, from right to left too', () => {
    expect(compared('العدالة للضحايا اليوم', 'السلام للضحايا اليوم', 'ar')).toBe('[-العدالة-][+السلام+] للضحايا اليوم');
    expect(compared('L’État adhère à la Cour.', 'L’État renonce à la Cour.', 'fr')).toBe(
      'L’État [-adhère-][+renonce+] à la Cour.',
    );
  });

  it('give both texts back', () => {
    const [before, after] = ['a b  c\nd e', 'a x  c\n\ne f'];
    const runs = compareWords('en', before, after);
    const without = (kind: Run['kind']) => runs.filter((run) => run.kind !== kind).map(({ text }) => text);
    expect([without('added').join(''), without('removed').join('')]).toEqual([before, after]);
  });

  it('that have too little in common are one instead of the other, soon', () => {
    const many = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`).join(' ');
    const [removed, added, ...more] = compareWords('en', many('a'), many('b'));
    expect([removed?.kind, added?.kind, more]).toEqual(['removed', 'added', []]);
  });
});
