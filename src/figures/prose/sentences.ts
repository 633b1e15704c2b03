import type { Lang } from '../../config/langs.ts';
import type { PartialDay } from '../../text/partial-day.ts';
import { dayAtBeginning } from './when-said.ts';

const END = /[.!?…؟\n]\s/u;
const PAUSE = /[.!?…؟\n]\s|[;؛]/u;
/** Nobody reads a sentence that is longer on either side. */
const LONGEST = 1_000;

/** The sentence in which a part of a text stands. */
export function sentenceAround(text: string, start: number, end: number): string {
  return around(text, start, end, { mark: END, reach: LONGEST });
}

/** The part of it between two semicolons. */
export function clauseAround(text: string, start: number, end: number): string {
  return around(text, start, end, { mark: PAUSE, reach: LONGEST });
}

/** A part of a text with what stands around it up to a mark, at most `reach` UTF-16 units on either side. */
export function around(
  text: string,
  start: number,
  end: number,
  { mark, reach }: { mark: RegExp; reach: number },
): string {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(mark)
      .at(-1) ?? '';
  const after = text.slice(end, end + reach).split(mark)[0] ?? '';
  return before + text.slice(start, end) + after;
}

const today: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:today|now|currently)\b/iu,
  fr: /aujourd[’']hui|à ce jour|actuellement/iu,
  es: /(?<!\p{L})(?:hoy|ahora|actualmente)(?!\p{L})/iu,
  ar: /اليوم|الآن|حاليا/u,
};

/**
 * The day, month or year that a claim is about: that with which its sentence begins, or that follows the claim; undefined where it may be
 * another's.
 */
export function whenOf(sentence: string, quote: string, lang: Lang): PartialDay | undefined {
  if (today[lang].test(sentence)) return undefined;
  const after = sentence.slice(sentence.indexOf(quote) + quote.length);
  return dayAtBeginning(sentence, lang) ?? (/^\s/.test(after) ? dayAtBeginning(after, lang) : undefined);
}
