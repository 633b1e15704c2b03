/** Control characters, and those that reorder what is shown (Unicode UAX 9): neither is ever meant by a writer, both deceive a reader. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ADDRESS = /@|:\/\/|\bwww\.|[<>]/i;

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** How long a text is for the person who wrote it: in characters as seen. */
export function visibleLength(text: string): number {
  let count = 0;
  for (const _ of segments.segment(text)) count += 1;
  return count;
}

/** Code units that a character as seen takes on the average, at the most, in any script: marks piled on one letter don't count as one. */
const UNITS = 4;

/** Whether a text is longer than its reader should have to see. Cheap where it is plainly short: no character takes less than one code unit. */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > most && (text.length > most * UNITS || visibleLength(text) > most);
}

/** One line of plain words: no controls, single spaces, NFC. Joiners that scripts and emoji need (U+200C, U+200D) stay. */
export function oneLine(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/gu, ' ').replace(CONTROLS, '').replace(LONE_SURROGATES, '').trim();
}

/** Paragraphs of plain words: line breaks stay, at most one blank line in a row. */
export function paragraphs(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(CONTROLS, '').replace(LONE_SURROGATES, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @returns a person's or place's name in one line, undefined where it is empty, longer than 200 characters, or holds an address */
export function readName(typed: string): string | undefined {
  const name = oneLine(typed);
  return name === '' || isLongerThan(name, 200) || ADDRESS.test(name) ? undefined : name;
}
