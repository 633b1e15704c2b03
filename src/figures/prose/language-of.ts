import { type Lang, langs } from '../../config/langs.ts';

/** Small words that every text of a language has. */
const common: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:the|and|of|to|in|that|is|are|has)\b/giu,
  fr: /(?<!\p{L})(?:le|la|les|et|des|une|est|dans|que|du)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|y|que|en|una|del|por|con)(?!\p{L})/giu,
  ar: /[\u0621-\u064a]{2,}/gu,
};

/** The language in which a text is most likely written, by its commonest words. */
export function languageOf(text: string): Lang {
  const count = (lang: Lang) => text.match(common[lang])?.length ?? 0;
  return [...langs].sort((one, other) => count(other) - count(one))[0] ?? 'en';
}
