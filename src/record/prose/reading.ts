/** A text made even for reading, with where each of its characters stood. */
export interface EvenText {
  readonly text: string;
  /** For each character of `text`, and one past its end: its place in the original. */
  readonly at: readonly number[];
}

const DROPPED = /[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u2066-\u2069*_]/;
const SPACES = /[\s\u00a0\u202f]/;

/** What differs and says the same: letters' case, kinds of spaces, hyphens and apostrophes, Arabic digits, vowels and alefs. */
export function even(original: string): EvenText {
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; index += 1) {
    const char = original[index] ?? '';
    if (DROPPED.test(char)) continue;
    text += evenChar(char);
    at.push(index);
  }
  return { text, at: [...at, original.length] };
}

function evenChar(char: string): string {
  if (SPACES.test(char) || /[-\u2010\u2011]/.test(char)) return ' ';
  if (char === '’') return "'";
  const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(char);
  if (digit >= 0) return String(digit);
  const eastern = '۰۱۲۳۴۵۶۷۸۹'.indexOf(char);
  if (eastern >= 0) return String(eastern);
  if (/[أإآ]/.test(char)) return 'ا';
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}
