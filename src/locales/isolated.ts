import { direction, type Lang } from '../config/langs.ts';

const RIGHT_TO_LEFT =
  /[\p{sc=Adlm}\p{sc=Arab}\p{sc=Rohg}\p{sc=Hebr}\p{sc=Mand}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Syrc}\p{sc=Thaa}]/u;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

const FSI = '\u2068';
const PDI = '\u2069';

/**
 * Somebody's name, or other words of theirs, to stand within a sentence whose language may run the other way: between FSI and PDI
 * (Unicode UAX 9, section 2.4), so that neither moves the other's commas and full stops.
 */
export function isolated(words: string): string {
  return `${FSI}${words}${PDI}`;
}

/** The same, where there is anything in it that runs against the language and is not set apart yet. */
export function isolatedIn(lang: Lang, words: string): string {
  const against = direction(lang) === 'ltr' ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  return against.test(words) && !words.includes(FSI) ? isolated(words) : words;
}
