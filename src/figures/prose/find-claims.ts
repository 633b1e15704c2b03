import type { Lang } from '../../config/langs.ts';
import type { PartialDay } from '../../text/partial-day.ts';
import type { FigureId } from '../figures.ts';
import { amendments } from './amendments.ts';
import { AFTER, BEFORE, countersFor, type Finder, findersFor } from './claim-finders.ts';
import { frameOf } from './claim-frames.ts';
import type { Meant } from './claim-nouns.ts';
import { type Bound, bounds, elsewhere } from './claim-words.ts';
import { inDigits } from './number-digits.ts';
import { LARGEST } from './number-words.ts';
import { even, plain, type ReadText } from './reading.ts';
import { namesState, speaksOfAnother } from './rivals.ts';
import { clauseAround, sentenceAround, whenOf } from './sentences.ts';
import { saysSome } from './some-of-them.ts';

/** A number and a noun that together say something about the Court or the treaty. */
export interface Claim {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly value: number;
  /** The other end of a range. */
  readonly most?: number;
  readonly bound: Bound;
  /** The figures that may be meant, the likeliest first. */
  readonly figures: readonly FigureId[];
  /** The day, month or year of which its sentence speaks; undefined: the text's own day. */
  readonly when: PartialDay | undefined;
}

/**
 * Finds claims in prose. A claim is a number from 0 to 199 beside a noun of the registry; where it is not sure that one is meant, none
 * is found.
 */
export function findClaims(text: string, lang: Lang): readonly Claim[] {
  const readable = plain(text);
  const read = inDigits(even(readable.text), lang);
  // Arabic says one and two by the noun alone.
  if (lang !== 'ar' && !/\d/.test(read.text)) return [];
  const claimsBy = (finders: readonly Finder[]) =>
    finders.flatMap((finder) =>
      [...read.text.matchAll(finder.pattern)].flatMap(
        (match) => claimOf({ readable, read, lang }, finder, match) ?? [],
      ),
    );
  const found = together(claimsBy(findersFor(lang)), claimsBy(countersFor(lang)));
  // The same words found under two nouns are the longer claim; of two alike, the first noun's.
  const apart = found.filter((one) => !found.some((other) => other !== one && covers(other, one, found)));
  return apart
    .filter(
      (one) =>
        !isArticle(one) ||
        apart.some(
          (other) =>
            !isArticle(other) && other.figures[0] !== one.figures[0] && sameSentence(readable.text, one, other),
        ),
    )
    .sort((one, other) => one.start - other.start)
    .map((claim) => placedIn(text, readable, claim));
}

/** Figures that count some of what others count, or what is called alike. */
const narrower: Readonly<Partial<Record<FigureId, readonly FigureId[]>>> = {
  'warrants-not-executed': ['warrants-persons'],
  'reparations-orders': ['convictions-core-standing'],
  'signatories-not-party': ['deposits', 'states-parties'],
  'withdrawals-pending': ['deposits', 'states-parties'],
  ...Object.fromEntries(Object.keys(amendments).map((id) => [id, ['deposits', 'states-parties']])),
};

/** Claims by a known way of saying, and by what is said around a number, which counts more where it is narrower. */
function together(known: readonly Claim[], framed: readonly Claim[]): readonly Claim[] {
  const overlap = (one: Claim, other: Claim) => one.start < other.end && other.start < one.end;
  const isWider = ([wide]: readonly FigureId[], [narrow]: readonly FigureId[]) =>
    wide !== undefined && narrow !== undefined && (narrower[narrow]?.includes(wide) ?? false);
  const unframed = known.filter(
    (one) => !framed.some((other) => overlap(one, other) && isWider(one.figures, other.figures)),
  );
  return [...unframed, ...framed.filter((one) => !unframed.some((other) => overlap(one, other)))];
}

/** A claim where it stands in the text that somebody wrote. */
function placedIn(original: string, { starts, ends }: ReadText, claim: Claim): Claim {
  const [start, end] = [starts[claim.start] ?? 0, ends[claim.end - 1] ?? 0];
  return { ...claim, start, end, quote: original.slice(start, end) };
}

/** French and Spanish say "a" and "one" alike: it counts only where its sentence counts things of another kind as well. */
function isArticle({ quote }: Claim): boolean {
  const counts =
    'seule?|sol[oa]|únic[oa]|(?:diz|douz|quinz|vingt|trent|quarant)aine|(?:dec|doc|veint|treint|cuarent)ena';
  return new RegExp(`^(?:un|une|una)\\s(?!(?:${counts})(?!\\p{L}))`, 'iu').test(quote);
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

interface Reading {
  readonly readable: ReadText;
  readonly read: ReadText;
  readonly lang: Lang;
}

function claimOf({ readable, read, lang }: Reading, finder: Finder, match: RegExpMatchArray): Claim | undefined {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  const noun = typeof finder.noun === 'string' ? frameOf(finder.noun, lang, read.text, from, to) : finder.noun;
  const said = numbersOf(lang, finder, match);
  if (!noun || !said || Math.max(said.value, said.most ?? 0) > (noun.most ?? LARGEST)) return undefined;
  if (isElsewhere(lang, read.text.slice(to, to + 80)) || isOfSome(noun, lang, read.text, from, to)) return undefined;
  const [start, end] = [read.starts[from] ?? 0, read.ends[to - 1] ?? 0];
  const { text } = readable;
  const quote = text.slice(start, end);
  const sentence = sentenceAround(text, start, end);
  const clause = clauseAround(text, start, end);
  if (noun.rivals && speaksOfAnother(noun.rivals, sentence, clause, lang)) return undefined;
  if (typeof finder.noun === 'string' && noun.rivals === 'courts' && namesState(clause, lang)) return undefined;
  return { start, end, quote, ...said, figures: noun.figures, when: whenOf(sentence, quote, lang) };
}

/** Whether states are counted that were needed, or that did something together. */
function isOfSome({ rivals, figures }: Meant, lang: Lang, text: string, from: number, to: number): boolean {
  if (rivals !== 'memberships') return false;
  if (isWanted(lang, text.slice(0, from))) return true;
  return figures[0] !== 'signatories-not-party' && saysSome(lang, text, from, to);
}

/** What was needed for something to begin says nothing of how many there are. */
const wanted: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:need(?:ed|s)?|requir(?:ed|es)|took) (?:at least |the )?$/u,
  fr: /(?<!\p{L})(?:il fallait|exigeait|exige|nécessitait|nécessite|requérait) (?:au moins |les? )?$/u,
  es: /(?<!\p{L})(?:requería|requiere|necesitaba|exigía|exige|hacían falta) (?:al menos |las? )?$/u,
  ar: /(?:تطلب|يتطلب|تتطلب|احتاج|يحتاج الى) $/u,
};

function isWanted(lang: Lang, before: string): boolean {
  return wanted[lang].test(before.slice(-40));
}

function numbersOf(
  lang: Lang,
  finder: Finder,
  match: RegExpMatchArray,
): Pick<Claim, 'value' | 'most' | 'bound'> | undefined {
  const { number, bound = '', from0, from1, from2 } = match.groups ?? {};
  const value = finder.value ?? (number === undefined ? undefined : Number(number));
  const from = from0 ?? from1 ?? from2;
  if (value === undefined || from === undefined)
    return value === undefined ? undefined : { value, bound: finder.bound ?? boundOf(lang, bound) };
  const least = Number(from);
  return least < value ? { value: least, most: value, bound: 'between' } : undefined;
}

function isElsewhere(lang: Lang, after: string): boolean {
  return new RegExp(`^[^.;:!?\\n]{0,30}?${BEFORE}(?:${elsewhere[lang]})${AFTER}`, 'u').test(after);
}

function boundOf(lang: Lang, words: string): Bound {
  const kinds = Object.entries(bounds[lang]) as [Exclude<Bound, 'exactly' | 'between'>, string][];
  return (
    kinds.find(([, pattern]) => words !== '' && new RegExp(`^(?:${pattern})$`, 'u').test(words.trim()))?.[0] ??
    'exactly'
  );
}
