import { type Lang, langs } from '../../config/langs.ts';

const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu');

/** Small words that a text of a language has, and how its words begin or end. */
const common: Readonly<Record<Lang, RegExp>> = {
  en: words(
    'the|and|of|to|in|that|is|are|has|have|were|was|been|by|icc|court|he|she|at|for|from|before|still|article|about|will|' +
      '\\p{L}{2,}(?:ed|ing|ies)|war|crimes',
  ),
  fr: words(
    'le|la|les|et|des|une?|est|dans|que|du|sont|ont|par|aux?|à|il|pour|ses|selon|sur|de|en|a|deux|trois|dix|six|onze|' +
      "treize|procès|toujours|cour|[dlnq]['’]\\p{L}+|\\p{L}*[èêëçàùûîœ]\\p{L}*|\\p{L}+(?:ent|ait|nne|eux|é|ées?|és|ions)|\\p{L}{2,}re",
  ),
  es: words(
    'el|la|los|las|y|que|una?|del|por|con|son|han?|al|corte|se|para|de|en|a|dos|seis|doce|once|nueve|diez|cuatro|' +
      '\\p{L}*[ñóíáú]\\p{L}*|\\p{L}{2,}[ao]s|\\p{L}{3,}(?:ado|ido|ron|ando|ien?do|nte)',
  ),
  ar: /[\u0621-\u064a]{2,}/gu,
};

/** The language in which a text is most likely written; undefined: of two, each is as likely. */
export function languageOf(text: string): Lang | undefined {
  const composed = text.normalize('NFC');
  const [first, second] = langs
    .map((lang) => ({ lang, count: composed.match(common[lang])?.length ?? 0 }))
    .sort((one, other) => other.count - one.count);
  return first && first.count > (second?.count ?? 0) ? first.lang : undefined;
}
