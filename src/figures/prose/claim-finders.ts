import type { Lang } from '../../config/langs.ts';
import { type Counted, countedAfter } from './claim-frames.ts';
import { namesOfThings } from './claim-names.ts';
import { type ClaimNoun, nouns } from './claim-nouns.ts';
import { ordinals, ways } from './claim-ways.ts';
import { afterNoun, type Bound, between, bounds, ranges } from './claim-words.ts';
import { counted, two } from './counted-words.ts';

/** Finds numbers said in one way; its groups are `number`, and where they are said `from` and `bound`. */
export interface Finder {
  /** What the number counts; by which words around it, where it is not said by the pattern alone. */
  readonly noun: ClaimNoun | Counted;
  readonly pattern: RegExp;
  /** What is said without a number. */
  readonly value?: number;
  /** What is meant though no word says so. */
  readonly bound?: Bound;
}

export const BEFORE = "(?<![\\p{L}\\p{N}.,/'%$€£]|\\d[–—])";
export const AFTER = '(?![\\p{L}\\p{N}])';
/** What is said of a noun before its number comes: no other number, no end of a clause, nothing that makes it some of them. */
const ofNoun = (lang: Lang) => `(?:(?!${BEFORE}(?:${afterNoun[lang].some})${AFTER})[^.;:!?\\n\\p{N}]){0,60}?`;

const finders = new Map<Lang, readonly Finder[]>();
const counters = new Map<Lang, readonly Finder[]>();

/** Every way in which a language may say how many of something there are, on text made even with its numbers in digits. */
export function findersFor(lang: Lang): readonly Finder[] {
  const known = finders.get(lang);
  if (known) return known;
  const made = nouns.flatMap((noun) => [
    numberFirst(noun, lang),
    nounFirst(noun, lang),
    numberIs(noun, lang),
    ...otherWays(noun, lang),
    ...nth(noun, lang),
    ...(lang === 'ar' ? [...byNounAlone(noun), ...withArticle(noun)] : []),
  ]);
  finders.set(lang, made);
  return made;
}

/** Finds what is counted, whatever is said of it. */
export function countersFor(lang: Lang): readonly Finder[] {
  const known = counters.get(lang);
  if (known) return known;
  const kinds = Object.keys(counted) as Counted[];
  const made = kinds.flatMap((kind) => [
    finder(kind, `${COUNTED}${countedAfter(kind, lang)}${AFTER}`, lang),
    countedBefore(kind, lang),
    ...(lang === 'ar' ? countedAlone(kind) : []),
  ]);
  counters.set(lang, made);
  return made;
}

/** Arabic: the dual is two, and the noun with "one" after it is one. */
function countedAlone(kind: Counted): Finder[] {
  const one = { ...finder(kind, `(?:${counted[kind].ar}) 1${AFTER}`, 'ar'), value: 1 };
  const dual = two[kind];
  return dual ? [one, { ...finder(kind, `(?:${dual})${AFTER}`, 'ar'), value: 2 }] : [one];
}

/** "The number of people convicted by the Court is 11". */
function countedBefore(kind: Counted, lang: Lang): Finder {
  const { before, verb } = afterNoun[lang];
  const nouns = lang === 'ar' ? definite(counted[kind].ar) : counted[kind][lang];
  return finder(kind, `${before}(?:${nouns})${AFTER}[^.;:!?\\n\\p{N}]{0,80}? ${verb} ${COUNTED}${AFTER}`, lang);
}

function numberFirst(noun: ClaimNoun, lang: Lang): Finder {
  const words = noun.words[lang].join('|');
  return finder(noun, `${COUNTED}${AFTER}(?: +(?:${between[lang]}))* +(?:${words})${AFTER}`, lang);
}

/** "The number of States Parties is 124", "States Parties: 124". */
function nounFirst(noun: ClaimNoun, lang: Lang): Finder {
  const { before, brings, to, verb, plural } = afterNoun[lang];
  const words = noun.words[lang].map((word) => (lang === 'ar' ? definite(word) : word)).join('|');
  const counted = `${before}(?:${words})${AFTER}${ofNoun(lang)}(?:${BEFORE}${verb} |: ?${lang === 'ar' ? '| ' : ''})`;
  const many = `(?:${words})${AFTER}${ofNoun(lang)} ${plural} `;
  const verbFirst = lang === 'ar' ? `|${verb} ${before}(?:${words})${AFTER}${ofNoun(lang)} ` : '';
  const brought = `${brings} (?:\\p{L}+ ){0,2}?${before}(?:${words})${AFTER}${ofNoun(lang)} ${to}`;
  const listed = `(?:${words}) ?[:=] ?(?=[^.;,:\\n]{1,40}(?:$|[\\n.;,)|]))`;
  return finder(noun, `(?:${counted}${verbFirst}|${brought}|${many}|${listed})${COUNTED}${AFTER}(?! ?%)`, lang);
}

/** "124 is the number of States Parties", "portant à 124 le nombre d'États parties". */
function numberIs(noun: ClaimNoun, lang: Lang): Finder {
  const { before, verb } = afterNoun[lang];
  return finder(noun, `${COUNTED}${AFTER} (?:${verb} )?${before}(?:${noun.words[lang].join('|')})${AFTER}`, lang);
}

/** Other ways in which the language says it, as sentences. */
function otherWays(noun: ClaimNoun, lang: Lang): Finder[] {
  const [id] = noun.figures;
  return ((id && ways[id]?.[lang]) ?? []).map((way) => {
    const pattern = way.replace(/\{(\w+)\}/g, (whole, name: string) => namesOfThings[lang][name] ?? whole);
    return finder(noun, `${pattern}${AFTER}`, lang);
  });
}

/** "The 125th State Party": there are as many at least. */
function nth(noun: ClaimNoun, lang: Lang): Finder[] {
  const [id] = noun.figures;
  return ((id && ordinals[id]?.[lang]) ?? []).map((way) => ({
    ...finder(noun, `${way}${AFTER}`, lang),
    bound: 'at-least',
  }));
}

/** Arabic: the dual is two, the noun with "one" after it is one, and "no" before it is nought. */
function byNounAlone(noun: ClaimNoun): Finder[] {
  const words = noun.words.ar.join('|');
  const alone = (pattern: string, value: number): Finder => ({ ...finder(noun, pattern + AFTER, 'ar'), value });
  return [...(noun.two ? [alone(noun.two, 2)] : []), alone(`(?:${words}) 1`, 1), alone(`لا (?:${words})`, 0)];
}

/** What follows a noun and makes it those alone of whom something is told. */
const OF_WHOM = '(?! (?:التي|اللاتي|اللواتي|الذين)(?![\\p{L}\\p{N}]))';

/**
 * Arabic: the article before the number, after the noun, before it or within it ("الدول الأطراف الـ١٢٥", "الـ١٢٥ دولة طرفا", "الدول
 * الـ١٢٥ الأطراف"), or "whose number amounts to".
 */
function withArticle(noun: ClaimNoun): Finder[] {
  const words = noun.words.ar.filter((word) => !word.includes('|'));
  const parts = words.map((word) => definite(word).split(' ')).filter((word) => word.length > 1);
  const within = parts.map(([first, ...rest]) => `${first} ال ?${COUNTED} ${rest.join(' ')}`);
  const whole = words.map(definite).join('|');
  const all = [
    `(?:${whole})(?: ال ?| (?:و)?البالغ عدد(?:ها|هم) )${COUNTED}`,
    `ال ?${COUNTED} (?:${words.join('|')})`,
    ...within,
  ];
  return all.map((pattern) => finder(noun, `(?:ل?ل)?${pattern}${AFTER}${OF_WHOM}`, 'ar'));
}

/** In a pattern of ours, the place of a number with what bounds it. */
const COUNTED = '#';

function finder(noun: ClaimNoun | Counted, pattern: string, lang: Lang): Finder {
  const bound = `(?:(?<bound>${Object.values(bounds[lang]).join('|')}) ?)?`;
  const range = ranges[lang].map(([before, link], index) => `${before}(?<from${index}>\\d{1,3})${link}`).join('|');
  const counted = `(?<![.,/'%$€£]|\\d[–—])(?:${range}|${bound})(?<number>\\d{1,3})(?![.,]?\\d)`;
  return { noun, pattern: new RegExp(`${BEFORE}${joined(lang)}${pattern.replace(COUNTED, () => counted)}`, 'gu') };
}

/** Arabic joins "and", "by", "for" to the word that follows. */
function joined(lang: Lang): string {
  return lang === 'ar' ? '[وفبلك]?' : '';
}

/** A noun that is counted before its number is the one that is known: each of its words may have the article. */
function definite(pattern: string): string {
  return pattern.replace(/(?<![\p{L})])(?=\p{L})/gu, '(?:ال)?');
}
