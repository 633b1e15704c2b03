import type { Lang } from '../../locales/langs.ts';

const END = /[.!?…؟\n]\s/u;

/** The sentence in which a part of a text stands. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(new RegExp(END, 'gu')).at(-1) ?? '';
  const after = text.slice(end).split(END)[0] ?? '';
  return before + text.slice(start, end) + after;
}

const inYear: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:in|during|by)\s+(\d{4})\b/giu,
  fr: /(?<!\p{L})(?:en|fin)\s+(\d{4})\b/giu,
  es: /(?<!\p{L})(?:en|durante)\s+(?:el año\s+)?(\d{4})\b/giu,
  ar: /(?<!\p{L})(?:في|عام|سنة)\s+(?:عام\s+|سنة\s+)?(\d{4})/giu,
};

/** The year that a sentence speaks of, where it names one and no other. */
export function yearOf(sentence: string, lang: Lang): string | undefined {
  const named = [...sentence.matchAll(inYear[lang])].map(([, year]) => year);
  const years = sentence.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return named.length === 1 && years.length === 1 ? named[0] : undefined;
}
