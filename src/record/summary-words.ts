/**
 * What a sentence of a summary leaves to the record: a day as a sentence takes it (`{on EVENT}`, `{since 2015-02}`), a bare day
 * (`{day EVENT}`), or somebody's name (`{person SLUG}`). A day is an event's own, or one that an event's note names.
 */
export interface SummaryToken {
  readonly kind: 'on' | 'since' | 'until' | 'by' | 'day' | 'person';
  readonly of: string;
}

const TOKEN = /\{(on|since|until|by|day|person) ([a-z0-9-]+)\}/g;

/** A sentence in its pieces: words, and what is said in their place. */
export function summaryPieces(text: string): (string | SummaryToken)[] {
  const pieces: (string | SummaryToken)[] = [];
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [whole, kind = 'day', of = ''] = found;
    pieces.push(text.slice(at, found.index), { kind: kind as SummaryToken['kind'], of });
    at = found.index + whole.length;
  }
  return [...pieces, text.slice(at)].filter((piece) => piece !== '');
}

/** What is said in place of words, in any order. */
export function summaryTokens(text: string): SummaryToken[] {
  return summaryPieces(text).filter((piece) => typeof piece !== 'string');
}

/** The words alone. */
export function summaryWords(text: string): string {
  return summaryPieces(text)
    .filter((piece) => typeof piece === 'string')
    .join(' ');
}

/** The numbers that the words of a sentence say in digits, whatever a language writes between them. */
export function summaryNumbers(text: string): string[] {
  const together = summaryWords(text).replace(/(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))/g, '');
  return [...together.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => number.replace(',', '.')).sort();
}
