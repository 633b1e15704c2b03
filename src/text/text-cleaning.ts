/** Control characters, and those that reorder what is shown (Unicode UAX 9): neither is ever meant by a writer, both deceive a reader. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/**
 * More marks on one letter than any script has (UAX 15, section 13); putting them in order would take time that grows with their
 * square.
 */
const PILED_MARKS = /(\p{M}{30})\p{M}+/gu;
const ADDRESS = /@|:\/\/|\bwww\.|[<>]/i;

/**
 * Letters, digits, marks and signs, without those that show nothing: fillers, joiners, variation selectors, tags, and the blanks of
 * some scripts.
 */
const VISIBLE =
  /[[\p{L}\p{N}\p{P}\p{S}]--\p{Default_Ignorable_Code_Point}--[\u2800\ufffc\u{13441}\u{13442}\u{1d159}]]/v;

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How long a text is for the person who wrote it: in characters as seen. */
export function visibleLength(text: string): number {
  let count = 0;
  for (const _ of segments.segment(text)) count += 1;
  return count;
}

/** Code units that a character as seen takes on the average, at the most, in any script: marks piled on one letter don't count as one. */
const UNITS = 4;

/**
 * Whether a text is longer than its reader should have to see. Cheap where it is plainly short: no character takes less than one code
 * unit.
 */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > most && (text.length > most * UNITS || visibleLength(text) > most);
}

/** The beginning of a text, so many characters as its reader sees them. */
export function firstOf(text: string, most: number): string {
  const start = Iterator.from(segments.segment(text.slice(0, most * UNITS))).take(most);
  return [...start].map(({ segment }) => segment).join('');
}

/** Whether anything of a text can be seen: what a person has to type has at least one such character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * One line of plain words: no controls, single spaces, NFC. Joiners that scripts and emoji need (U+200C, U+200D) stay.
 * @returns '' where nothing can be seen
 */
export function oneLine(typed: string): string {
  const line = composed(typed).replace(/\s+/gu, ' ').replace(CONTROLS, '').replace(LONE_SURROGATES, '').trim();
  return isVisible(line) ? line : '';
}

/** Paragraphs of plain words: line breaks stay, at most one blank line in a row. @returns '' where nothing can be seen */
export function paragraphs(typed: string): string {
  const text = composed(typed)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(CONTROLS, '').replace(LONE_SURROGATES, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return isVisible(text) ? text : '';
}

/** A text whose normalisation, in whatever form, takes time as its length. */
export function withoutPiledMarks(text: string): string {
  return text.replace(PILED_MARKS, '$1');
}

function composed(typed: string): string {
  return withoutPiledMarks(typed).normalize('NFC');
}

const LONGEST_NAME = 200;

/**
 * @returns a person's or place's name in one line, undefined where nothing of it can be seen, it is longer than 200 characters, or
 * holds an address
 */
export function readName(typed: string): string | undefined {
  if (typed.length > LONGEST_NAME * UNITS) return undefined;
  const name = oneLine(typed);
  return name === '' || isLongerThan(name, LONGEST_NAME) || ADDRESS.test(name) ? undefined : name;
}
