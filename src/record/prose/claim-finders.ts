import type { Lang } from '../../locales/langs.ts';
import { type ClaimNoun, nouns } from './claim-nouns.ts';
import { afterNoun, between, bounds, ranges } from './claim-words.ts';
import { LARGEST, numberWords } from './number-words.ts';

/** Finds claims of one noun, said in one way; its groups are `number`, and where they are said `from` and `bound`. */
export interface Finder {
  readonly noun: ClaimNoun;
  readonly pattern: RegExp;
  /** What a number in the text is; undefined for one that no claim has. */
  readonly value: (words: string) => number | undefined;
}

export const BEFORE = "(?<![\\p{L}\\p{N}.,/'%$€£]|\\d[–—])";
export const AFTER = '(?![\\p{L}\\p{N}])';
/** What is said of a noun before its number comes: no other number, no end of a clause, nothing that makes it some of them. */
const ofNoun = (lang: Lang) => `(?:(?!${BEFORE}(?:${afterNoun[lang].some})${AFTER})[^.;:!?\\n\\p{N}]){0,60}?`;

const finders = new Map<Lang, readonly Finder[]>();

/** Every way in which a language may say how many of something there are, on text made even. */
export function findersFor(lang: Lang): readonly Finder[] {
  const known = finders.get(lang);
  if (known) return known;
  const made = nouns.flatMap((noun) => [
    numberFirst(noun, lang),
    nounFirst(noun, lang),
    ...(lang === 'ar' ? byNounAlone(noun) : []),
  ]);
  finders.set(lang, made);
  return made;
}

function numberFirst(noun: ClaimNoun, lang: Lang): Finder {
  const { number, range, bound } = numbersIn(lang);
  const counted = `${BEFORE}${joined(lang)}(?:${range}|${bound})?(?<number>${number})${AFTER}(?: +(?:${between[lang]}))* +(?:${noun.words[lang].join('|')})${AFTER}`;
  return { noun, pattern: new RegExp(counted, 'gu'), value: valueIn(lang) };
}

/** "The number of States Parties is 124", "States Parties: 124". */
function nounFirst(noun: ClaimNoun, lang: Lang): Finder {
  const { number, bound } = numbersIn(lang);
  const { before, verb } = afterNoun[lang];
  const words = noun.words[lang].map((word) => (lang === 'ar' ? definite(word) : word)).join('|');
  const counted = `${before}(?:${words})${AFTER}${ofNoun(lang)}(?:${BEFORE}${verb} |: ?${lang === 'ar' ? '| ' : ''})`;
  const verbFirst = lang === 'ar' ? `|${verb} ${before}(?:${words})${AFTER}${ofNoun(lang)} ` : '';
  const listed = `(?:${words}) ?[:=] ?(?=[^.;,:\\n]{1,40}(?:$|[\\n.;,)|]))`;
  const pattern = `${BEFORE}(?:${counted}${verbFirst}|${listed})(?:${bound})?(?<number>${number})${AFTER}(?! ?%)`;
  return { noun, pattern: new RegExp(pattern, 'gu'), value: valueIn(lang) };
}

/** Arabic: the dual is two, the noun with "one" after it is one, and "no" before it is nought. */
function byNounAlone(noun: ClaimNoun): Finder[] {
  const named = noun.words.ar.join('|');
  const alone = (pattern: string, value: number): Finder => ({
    noun,
    pattern: new RegExp(`${BEFORE}${joined('ar')}(?<number>)(?:${pattern})${AFTER}`, 'gu'),
    value: () => value,
  });
  return [
    ...(noun.two ? [alone(noun.two, 2)] : []),
    alone(`(?:${named}) (?:واحد|واحدة)`, 1),
    alone(`لا (?:${named})`, 0),
  ];
}

function numbersIn(lang: Lang) {
  const words = [...numberWords(lang).keys()].sort((one, other) => other.length - one.length);
  const number = ['\\d{1,3}', ...words].join('|');
  const anyRange = ranges[lang].map(([before, link], index) => `${before}(?<from${index}>${number})${link}`).join('|');
  return { number, range: `(?:${anyRange})`, bound: `(?<bound>${Object.values(bounds[lang]).join('|')}) ?` };
}

function valueIn(lang: Lang): Finder['value'] {
  const words = numberWords(lang);
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : words.get(text);
    return value !== undefined && value <= LARGEST ? value : undefined;
  };
}

/** Arabic joins "and", "by", "for" to the word that follows. */
function joined(lang: Lang): string {
  return lang === 'ar' ? '[وفبلك]?' : '';
}

/** A noun that is counted before its number is the one that is known: each of its words may have the article. */
function definite(pattern: string): string {
  return pattern.replace(/(?<![\p{L})])(?=\p{L})/gu, '(?:ال)?');
}
