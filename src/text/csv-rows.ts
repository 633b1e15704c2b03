import { type CsvError, parse } from 'csv-parse/sync';

/** No CSV: a quote is never closed, or stands where none can. */
export class UnreadableCsvError extends Error {
  override readonly name = 'UnreadableCsvError';
  /** Counted from 1. */
  readonly line: number;
  constructor({ message, lines }: CsvError & { lines?: number }) {
    super((message.split('\n')[0] ?? '').slice(0, 300));
    this.line = lines ?? 1;
  }
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins, counted from 1. */
  readonly line: number;
}

interface Parsed {
  readonly record: readonly string[];
  /** As it stands in the file, with the line break after it. */
  readonly raw: string;
}

/** Comma is CSV's own (RFC 4180); spreadsheets write semicolons where the comma is the decimal sign. */
const separators = [',', ';', '\t', '|'] as const;
/** Some spreadsheets name the separator in a line before the head. */
const NAMED_SEPARATOR = /^\ufeff?sep=([,;|\t])\r?\n/i;
/** As much of a file as any head needs, in UTF-16 code units. */
const HEAD = 4_000;

const options = {
  bom: true,
  trim: true,
  raw: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * The rows of a table (RFC 4180), the line of heads first, as a spreadsheet meant them: rows of blank cells alone, and blank cells
 * after the last head, are none.
 * @param columns heads that may stand there, by which the separator is recognised where the file names none
 * @throws UnreadableCsvError
 */
export function readCsvRows(
  text: string,
  columns: readonly string[] = [],
): { head: readonly string[]; rows: readonly CsvRow[] } {
  const named = NAMED_SEPARATOR.exec(text);
  const table = named ? text.slice(named[0].length) : text;
  let next = named ? 2 : 1;
  const [head, ...rows] = parsed(table, named?.[1] ?? separatorOf(table, columns))
    .map(({ record, raw }) => {
      const line = next;
      next += lineBreaks(raw);
      return { cells: record, line };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heads = withoutLastBlanks(head?.cells ?? [], 0);
  return {
    head: heads,
    rows: rows.map(({ cells, line }) => ({ cells: withoutLastBlanks(cells, heads.length), line })),
  };
}

/** What is wrong with a row that has more cells than there are heads, or fewer; undefined: nothing. */
export function wrongCount({ cells }: CsvRow, heads: readonly string[]): string | undefined {
  if (cells.length === heads.length) return undefined;
  const here = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
  return `has ${here} for ${heads.length} heads; a cell that holds the separator stands in quotes`;
}

/** The heads that stand more than once: which of them counts can't be told. */
export function headsTwice(heads: readonly string[]): string[] {
  return [...new Set(heads.filter((head, at) => heads.indexOf(head) !== at))];
}

function separatorOf(text: string, columns: readonly string[]): string {
  const line =
    text
      .slice(0, HEAD)
      .replace(/^\ufeff/, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const known = (separator: string) =>
    line.split(separator).filter((head) => columns.includes(head.replaceAll('"', '').trim().toLowerCase())).length;
  return separators.reduce((best, one) => (known(one) > known(best) ? one : best));
}

function parsed(text: string, delimiter: string): Parsed[] {
  try {
    return parse(text, { ...options, delimiter }) as unknown as Parsed[];
  } catch (error) {
    throw new UnreadableCsvError(error as CsvError);
  }
}

function withoutLastBlanks(cells: readonly string[], least: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, Math.max(last + 1, Math.min(least, cells.length)));
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
