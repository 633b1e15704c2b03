import type { Lang } from '../../config/langs.ts';
import { bounds } from './claim-words.ts';

type Rounded = Readonly<Record<string, number>>;

/** What counts roughly, made even (see reading.ts), and how many that is. */
const rounded: Readonly<Partial<Record<Lang, Rounded>>> = {
  en: { 'half a dozen': 6, 'a dozen': 12, 'two dozen': 24, 'three dozen': 36 },
  fr: Object.fromEntries(
    Object.entries({ dizaine: 10, douzaine: 12, quinzaine: 15, vingtaine: 20, trentaine: 30, quarantaine: 40 }).flatMap(
      ([word, value]) => ['de ', "d'"].map((of) => [`une ${word} ${of}`, value]),
    ),
  ),
  es: {
    'media docena de ': 6,
    'una decena de ': 10,
    'una docena de ': 12,
    'una veintena de ': 20,
    'una treintena de ': 30,
    'una cuarentena de ': 40,
  },
};

const ABOUT: Readonly<Partial<Record<Lang, string>>> = { en: 'about', fr: 'environ', es: 'unos' };

/** The words that count roughly, as a pattern; undefined where a language has none. */
export function roundedPattern(lang: Lang): string | undefined {
  return rounded[lang] && Object.keys(rounded[lang]).join('|');
}

/** The digits for words that count roughly, with "about" unless another bound stands before; undefined: they don't. */
export function roundedDigits(written: string, before: string, lang: Lang): string | undefined {
  const value = rounded[lang]?.[written];
  if (value === undefined) return undefined;
  const isBound = new RegExp(`(?<!\\p{L})(?:${Object.values(bounds[lang]).join('|')}) ?$`, 'u').test(before.slice(-30));
  return `${isBound ? '' : `${ABOUT[lang]} `}${value}${/[ ']$/.test(written) ? ' ' : ''}`;
}
