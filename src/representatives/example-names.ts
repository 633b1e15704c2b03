import { type Lang, langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';

const numbered = ['name', 'area', 'party'] as const;
type Numbered = (typeof numbered)[number];

let known: ReadonlyMap<string, Numbered> | undefined;

/** What stands before the number of an example. */
function before(lang: Lang, what: Numbered): string {
  return apart(words(lang).t(`representatives.example.${what}`, { number: 1 })).before;
}

function apart(text: string): { before: string; number: string } {
  const at = text.lastIndexOf(' ');
  return { before: text.slice(0, Math.max(0, at)), number: text.slice(at + 1) };
}

/** What a demonstration made up, kept in one language, is called in another; anything else stays as it is. */
export function exampleIn(lang: Lang, text: string): string {
  known ??= new Map(numbered.flatMap((what) => langs.map((one) => [before(one, what), what] as const)));
  const parts = apart(text);
  const what = known.get(parts.before);
  const number = what && numberOf(parts.number);
  return number ? words(lang).t(`representatives.example.${what}`, { number }) : text;
}

/** In whichever digits it was written. */
function numberOf(text: string): number | undefined {
  const latin = [...text].map((sign) => ARABIC.get(sign) ?? sign).join('');
  return [...latin].every((sign) => sign >= '0' && sign <= '9') ? Number(latin) : undefined;
}

const ARABIC = new Map([...'٠١٢٣٤٥٦٧٨٩'].map((sign, digit) => [sign, String(digit)]));

/**
 * As which examples are kept that a word means in a language.
 * @param folded without accents, small
 */
export function examplesAlike(lang: Lang, folded: string, fold: (text: string) => string): string[] {
  const meant = numbered.filter((what) => fold(before(lang, what)).includes(folded));
  return meant.flatMap((what) => langs.map((one) => before(one, what)));
}
