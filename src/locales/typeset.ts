import type { Lang } from '../config/langs.ts';
import { inDigitsOf } from './digits.ts';

/** An apostrophe as keyboards have it, within a word or behind a plural: no quotation begins there. */
const STRAIGHT = /(?<=\p{L})'(?=\p{L}|\s)/gu;

/**
 * What a file says in running text, as pages set it: with curly apostrophes, numbers in the digits of the language. Slogans and what people
 * wrote are shown as they are.
 */
export function typeset(lang: Lang, text: string): string {
  return inDigitsOf(lang, text.replace(STRAIGHT, '’'));
}
