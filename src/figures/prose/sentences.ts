import type { Lang } from '../../config/langs.ts';

const END = /[.!?…؟\n]\s/u;
const PAUSE = /[.!?…؟\n]\s|[;؛]/u;

/** The sentence in which a part of a text stands. */
export function sentenceAround(text: string, start: number, end: number): string {
  return around(text, start, end, END);
}

/** The part of it between two semicolons. */
export function clauseAround(text: string, start: number, end: number): string {
  return around(text, start, end, PAUSE);
}

function around(text: string, start: number, end: number, mark: RegExp): string {
  const before = text.slice(0, start).split(mark).at(-1) ?? '';
  const after = text.slice(end).split(mark)[0] ?? '';
  return before + text.slice(start, end) + after;
}

const inYear: Readonly<Record<Lang, string>> = {
  en: '(?:in|during|by)\\s+(\\d{4})',
  fr: '(?:en|fin)\\s+(\\d{4})',
  es: '(?:en|durante)\\s+(?:el año\\s+)?(\\d{4})',
  ar: '(?:في\\s+)?(?:عام|سنة|في)\\s+(\\d{4})',
};

const today: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:today|now|currently)\b/iu,
  fr: /aujourd[’']hui|à ce jour|actuellement/iu,
  es: /(?<!\p{L})(?:hoy|ahora|actualmente)(?!\p{L})/iu,
  ar: /اليوم|الآن|حاليا/u,
};

/**
 * The year that a claim is about: the one with which its sentence begins, or that follows the claim; undefined where it may be
 * another's.
 */
export function yearOf(sentence: string, quote: string, lang: Lang): string | undefined {
  if (today[lang].test(sentence)) return undefined;
  const after = sentence.slice(sentence.indexOf(quote) + quote.length);
  const first = new RegExp(`^[\\s«“"]*${inYear[lang]}(?!\\d)`, 'iu').exec(sentence);
  const next = new RegExp(`^\\s+${inYear[lang]}(?!\\d)`, 'iu').exec(after);
  return (first ?? next)?.[1];
}
