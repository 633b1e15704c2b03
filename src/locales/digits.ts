import type { ArabicDigits, Lang } from '../config/langs.ts';

const arabic: Readonly<Record<ArabicDigits, string>> = { latin: 'ar-u-nu-latn', 'arabic-indic': 'ar-u-nu-arab' };
let chosen: ArabicDigits = 'latin';

/** Says in which digits this process writes Arabic; without it in Latin ones, which read alike in citations and forms. */
export function setArabicDigits(digits: ArabicDigits): void {
  chosen = digits;
}

/** By which numbers, dates and messages of a language are written: the one place that chooses digits. */
export function locale(lang: Lang): string {
  return lang === 'ar' ? arabic[chosen] : { en: 'en-GB', fr: 'fr', es: 'es' }[lang];
}

/** What stands together: a word, a number, an address, a code, a day as machines write it, a selector of a message. */
const TOGETHER = /[\w\-/#@=⁦.,:]+/g;
const NUMBER = /^\d+(?:[.,]\d+)*[.,:]?$/;
const ZERO = '٠'.codePointAt(0) ?? 0;
const signs: Readonly<Record<string, string>> = { '.': '٫', ',': '٬' };

/** A text with its own numbers in the digits of the language: “المادة ٦٦”. */
export function inDigitsOf(lang: Lang, text: string): string {
  if (locale(lang) !== arabic['arabic-indic']) return text;
  const inArabic = (sign: string) => signs[sign] ?? String.fromCodePoint(ZERO + Number(sign));
  return text.replace(TOGETHER, (found) => (NUMBER.test(found) ? found.replace(/\d|[.,](?=\d)/g, inArabic) : found));
}
