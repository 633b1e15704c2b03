import { decodeHTML } from 'entities/decode';

/** A text made simpler for reading, with where each of its characters stood in the one that it was made from. */
export interface ReadText {
  readonly text: string;
  /** For each character of `text`, where what it was made from begins and ends, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What separates paragraphs in a text that was read: no sentence and no claim goes over it. */
export const PARAGRAPH = '\n\n';

const TAG = /^<(?:!--|\/?([a-z][a-z0-9]*))/i;
const INLINE = /^(?:a|abbr|b|bdi|bdo|cite|code|data|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)$/i;
const CELL = /^(?:br|img|input|td|th)$/i;
/**
 * What makes a link of words in Markdown, a comment, a tag, a character reference, white space, or one character with the marks on it (a
 * bounded number, as nobody writes more).
 */
const PIECES = new RegExp(
  [
    '(?<link>\\[(?=[^\\[\\]]{1,200}\\]\\()|\\]\\([^()\\s]{1,500}\\))',
    '<!--(?:[^-]|-(?!->)){0,2000}-->',
    '<\\/?[a-z](?:[^<>"\']|"[^"]{0,500}"|\'[^\']{0,500}\'){0,2000}>',
    '<\\/?[a-z][^<>]{0,2000}>',
    '&(?:(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,31});|nbsp|shy)',
    '\\s+',
    '\\P{M}\\p{M}{0,8}',
    '\\p{M}',
  ].join('|'),
  'giu',
);

/**
 * A text as a person reads it: without marks of HTML and with its character references read, letters composed and digits of any width alike
 * (Unicode NFKC), lines joined to paragraphs.
 */
export function plain(original: string): ReadText {
  const made = { units: [] as string[], starts: [] as number[], ends: [] as number[] };
  for (const match of inThousands(original).matchAll(PIECES))
    add(made, match.groups?.link ? '' : pieceOf(match[0]), match.index, match.index + match[0].length);
  return { text: made.units.join(''), starts: made.starts, ends: made.ends };
}

/** Groups of three digits are one number, whatever stands between them (blanks of any width, ٬, '): with commas, at the same places. */
const GROUPS = /(?<!\p{Nd})\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f٬'’]\p{Nd}{3}){1,4}(?!\p{Nd})/gu;

function inThousands(text: string): string {
  return text.replace(GROUPS, (number) => number.replace(/\P{Nd}/gu, ','));
}

function pieceOf(piece: string): string {
  if (piece.length > 2 && TAG.test(piece)) return spaceFor(TAG.exec(piece)?.[1] ?? '');
  const text = piece.startsWith('&') && piece.length > 1 ? decodeHTML(piece) : piece;
  if (/^\s+$/.test(text))
    return (text.match(/\r\n|[\n\r\u2028]/g)?.length ?? 0) > 1 || /\u2029/.test(text) ? PARAGRAPH : ' ';
  return text.normalize('NFKC');
}

function spaceFor(tag: string): string {
  if (tag === '' || INLINE.test(tag)) return '';
  return CELL.test(tag) ? ' ' : PARAGRAPH;
}

/** Two spaces say no more than one, a paragraph's end more than a space; a mark that was written as a reference stands on its letter. */
function add(
  made: { units: string[]; starts: number[]; ends: number[] },
  piece: string,
  start: number,
  end: number,
): void {
  const before = made.units.at(-1) ?? '';
  if (piece === ' ' && /\s/.test(before)) return;
  if (/^\p{M}$/u.test(piece) && (before + piece).normalize('NFC').length === 1) {
    made.units[made.units.length - 1] = (before + piece).normalize('NFC');
    made.ends[made.ends.length - 1] = end;
    return;
  }
  for (const char of piece === '' ? [] : piece.split('')) {
    made.units.push(char);
    made.starts.push(start);
    made.ends.push(end);
  }
}

const DROPPED = /[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u2060\u2066-\u2069\ufeff*_]/;

/** What differs and says the same: letters' case, kinds of spaces, hyphens and apostrophes, Arabic digits, vowels and alefs. */
export function even(original: string): ReadText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; index += 1) {
    const char = original[index] ?? '';
    if (DROPPED.test(char)) continue;
    text += evenChar(char, original[index - 1], original[index + 1]);
    starts.push(index);
    ends.push(index + 1);
  }
  return { text, starts, ends };
}

function evenChar(char: string, before = '', after = ''): string {
  if (char === '\n') return char;
  if (/\s/.test(char)) return ' ';
  // Between digits a hyphen is a dash: a range.
  if (/[-\u2010-\u2015\u2212]/.test(char))
    return /\p{Nd}/u.test(before) && /\p{Nd}/u.test(after) ? '–' : evenDash(char);
  if (char === '’') return "'";
  const digit = /\p{Nd}/u.test(char) ? digitOf(char) : undefined;
  if (digit !== undefined) return digit;
  if (/[أإآ]/.test(char)) return 'ا';
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

const evenDash = (char: string) => (/[-\u2010\u2011]/.test(char) ? ' ' : char);

/** Arabic and Persian digits; other scripts' are full-width forms, which NFKC has made plain. */
function digitOf(char: string): string | undefined {
  const place = Math.max('٠١٢٣٤٥٦٧٨٩'.indexOf(char), '۰۱۲۳۴۵۶۷۸۹'.indexOf(char));
  return place >= 0 ? String(place) : undefined;
}
