import type { Lang } from '../../config/langs.ts';
import { ARTICLE, numberWords } from './number-words.ts';
import type { ReadText } from './reading.ts';
import { roundedDigits, roundedPattern } from './rounded-numbers.ts';

/** "D'une" counts nothing, unless it says more or fewer than one. */
const NO_ARTICLE = "(?<!(?<!plus |moins |près )d')";
/** "No fewer than" is a bound, not nought. */
const NO_BOUND = '(?!no (?:fewer|less|more) than)';
const notANumber: Readonly<Record<Lang, string>> = { en: NO_BOUND, fr: NO_ARTICLE, es: '', ar: '' };
const patterns = new Map<Lang, RegExp>();

/** A text made even with its numbers in digits, whether they were written in words or not; 0 to 199. */
export function inDigits({ text, starts, ends }: ReadText, lang: Lang): ReadText {
  const words = numberWords(lang);
  const made = { text: '', starts: [] as number[], ends: [] as number[] };
  const keep = (from: number, to: number) => {
    made.text += text.slice(from, to);
    for (let at = from; at < to; at += 1) {
      made.starts.push(starts[at] ?? 0);
      made.ends.push(ends[at] ?? 0);
    }
  };
  let done = 0;
  for (const match of text.matchAll(patternFor(lang))) {
    const from = match.index + (match.groups?.joined?.length ?? 0);
    const to = match.index + match[0].length;
    keep(done, from);
    const written = text.slice(from, to);
    const digits =
      roundedDigits(written, text.slice(Math.max(0, from - 30), from), lang) ??
      `${lang === 'ar' && written.startsWith(ARTICLE) ? ARTICLE : ''}${words.get(written) ?? written}`;
    made.text += digits;
    for (const _ of digits) {
      made.starts.push(starts[from] ?? 0);
      made.ends.push(ends[to - 1] ?? 0);
    }
    done = to;
  }
  keep(done, text.length);
  return made;
}

/** Longer numbers first; Arabic joins "and", "by", "for" to the number that follows. */
function patternFor(lang: Lang): RegExp {
  const known = patterns.get(lang);
  if (known) return known;
  const words = [...numberWords(lang).keys()].sort((one, other) => other.length - one.length).join('|');
  const roughly = roundedPattern(lang);
  const rounded = roughly ? `(?<![\\p{L}\\p{N}])(?:${roughly})(?:(?<=[ '])|(?![\\p{L}\\p{N}]))|` : '';
  const joined = `(?<joined>${lang === 'ar' ? '[وفبلك]??' : ''})`;
  const made = new RegExp(
    `${rounded}(?<![\\p{L}\\p{N}])${notANumber[lang]}${joined}(?:${words})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  patterns.set(lang, made);
  return made;
}
