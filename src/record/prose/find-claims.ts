import type { Lang } from '../../locales/langs.ts';
import type { FigureId } from '../figures/figures.ts';
import { between, bounds, type ClaimNoun, elsewhere, nouns } from './claim-nouns.ts';
import { LARGEST, numberWords } from './number-words.ts';
import { type EvenText, even } from './reading.ts';
import { speaksOfAnother } from './rivals.ts';
import { clauseAround, sentenceAround, yearOf } from './sentences.ts';

export type Bound = 'exactly' | 'more-than' | 'at-least' | 'fewer-than' | 'at-most' | 'about';

/** A number and a noun that together say something about the Court or the treaty. */
export interface Claim {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly value: number;
  readonly bound: Bound;
  /** The figures that may be meant, the likeliest first. */
  readonly figures: readonly FigureId[];
  /** The year of which its sentence speaks; undefined: the text's own day. */
  readonly year: string | undefined;
}

interface Finder {
  readonly noun: ClaimNoun;
  readonly pattern: RegExp;
  readonly value: (words: string) => number | undefined;
}

const BEFORE = "(?<![\\p{L}\\p{N}.,/'%$€£])";
const AFTER = '(?![\\p{L}\\p{N}])';
const finders = new Map<Lang, readonly Finder[]>();

/**
 * Finds claims in prose. A claim is a number from 0 to 199 beside a noun of the registry; where it is not sure that one is meant, none is found.
 */
export function findClaims(text: string, lang: Lang): readonly Claim[] {
  const read = even(text);
  const found = findersFor(lang).flatMap((finder) =>
    [...read.text.matchAll(finder.pattern)].flatMap((match) => claimOf(text, read, lang, finder, match) ?? []),
  );
  // The same words found under two nouns are the longer claim; of two alike, the first noun's.
  const apart = found.filter((one) => !found.some((other) => other !== one && covers(other, one, found)));
  return apart
    .filter((one) => !isArticle(one) || apart.some((other) => !isArticle(other) && sameSentence(text, one, other)))
    .sort((one, other) => one.start - other.start);
}

/** French and Spanish say "a" and "one" alike: it counts only where its sentence counts something else as well. */
function isArticle({ quote }: Claim): boolean {
  return /^(?:un|une|una)\s(?!seul|sola)/iu.test(quote);
}

function sameSentence(text: string, one: Claim, other: Claim): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return !/[.!?…\n]\s/u.test(text.slice(first.end, second.start));
}

function covers(other: Claim, one: Claim, all: readonly Claim[]): boolean {
  const overlap = other.start < one.end && one.start < other.end;
  const longer = other.end - other.start - (one.end - one.start);
  return overlap && (longer > 0 || (longer === 0 && all.indexOf(other) < all.indexOf(one)));
}

function claimOf(
  original: string,
  { text, at }: EvenText,
  lang: Lang,
  finder: Finder,
  match: RegExpMatchArray,
): Claim | undefined {
  const { number = '', bound = '' } = match.groups ?? {};
  const { figures, rivals, most = LARGEST } = finder.noun;
  const value = finder.value(number);
  const from = match.index ?? 0;
  const to = from + match[0].length;
  if (
    value === undefined ||
    value > most ||
    new RegExp(`^[^.;:!?\\n]{0,30}?${BEFORE}(?:${elsewhere[lang]})${AFTER}`, 'u').test(text.slice(to))
  )
    return undefined;
  const start = at[from] ?? 0;
  const end = (at[to - 1] ?? 0) + 1;
  const quote = original.slice(start, end);
  const sentence = sentenceAround(original, start, end);
  if (rivals && speaksOfAnother(rivals, sentence, clauseAround(original, start, end), lang)) return undefined;
  return {
    start,
    end,
    quote,
    value,
    bound: boundOf(lang, bound),
    figures,
    year: yearOf(sentence, quote, lang),
  };
}

function boundOf(lang: Lang, words: string): Bound {
  const kinds = Object.entries(bounds[lang]) as [Exclude<Bound, 'exactly'>, string][];
  return (
    kinds.find(([, pattern]) => words !== '' && new RegExp(`^(?:${pattern})$`, 'u').test(words.trim()))?.[0] ??
    'exactly'
  );
}

/** Arabic joins "and", "by", "for" to the word that follows. */
function joined(lang: Lang): string {
  return lang === 'ar' ? '[وفبلك]?' : '';
}

function findersFor(lang: Lang): readonly Finder[] {
  const known = finders.get(lang);
  if (known) return known;
  const words = numberWords(lang);
  const read = (text: string) => {
    const value = /^\d+$/.test(text) ? Number(text) : words.get(text);
    return value !== undefined && value <= LARGEST ? value : undefined;
  };
  const numbers = ['\\d{1,3}', ...[...words.keys()].sort((one, other) => other.length - one.length)].join('|');
  const allBounds = Object.values(bounds[lang]).join('|');
  const made = nouns.flatMap((noun): Finder[] => {
    const counted = `${BEFORE}${joined(lang)}(?<bound>(?:${allBounds})\\s?)?(?<number>${numbers})${AFTER}(?:\\s+(?:${between[lang]}))*\\s+(?:${noun.words[lang].join('|')})${AFTER}`;
    return [{ noun, pattern: new RegExp(counted, 'gu'), value: read }, ...(lang === 'ar' ? byNounAlone(noun) : [])];
  });
  finders.set(lang, made);
  return made;
}

/** Arabic: the dual is two, the noun with "one" after it is one, and "no" before it is nought. */
function byNounAlone(noun: ClaimNoun): Finder[] {
  const named = noun.words.ar.join('|');
  const alone = (pattern: string, value: number): Finder => ({
    noun,
    pattern: new RegExp(`${BEFORE}${joined('ar')}(?<bound>)(?<number>)(?:${pattern})${AFTER}`, 'gu'),
    value: () => value,
  });
  return [
    ...(noun.two ? [alone(noun.two, 2)] : []),
    alone(`(?:${named}) (?:واحد|واحدة)`, 1),
    alone(`لا (?:${named})`, 0),
  ];
}
