import { type CsvError, parse } from 'csv-parse/sync';

/** A file whose heads are not the documented columns, or that is no CSV. */
export class NotCsvError extends Error {
  override readonly name = 'NotCsvError';
}

/** A row below the head, its cells as they stand in the file. */
export interface CsvRow<Column extends string> {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** What is wrong with the row as a whole: which cell belongs to which column can't be told. */
  readonly broken: string | undefined;
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Comma is CSV's own (RFC 4180); spreadsheets write semicolons where the comma is the decimal sign. */
const separators = [',', ';', '\t', '|'] as const;
/** Some spreadsheets name the separator in a line before the head. */
const NAMED_SEPARATOR = /^\ufeff?sep=([,;|\t])\r?\n/i;
/** As much of a file as any head needs, in UTF-16 code units. */
const HEAD = 4_000;

/**
 * Reads a table with a line of heads, whatever it is separated by.
 * @param columns the heads that may stand there, in any order and case
 * @throws NotCsvError where a head is unknown or stands twice, or a quote is never closed
 */
export function readTable<Column extends string>(text: string, columns: readonly Column[]): CsvRow<Column>[] {
  const named = NAMED_SEPARATOR.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const [head, ...rows] = records(body, named?.[1] ?? separatorOf(body, columns));
  if (!head) return [];
  const heads = headsOf(head, columns);
  return rows.map((row) => rowOf(row, heads, named ? 1 : 0));
}

function separatorOf(text: string, columns: readonly string[]): string {
  const line =
    text
      .slice(0, HEAD)
      .replace(/^\ufeff/, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const known = (separator: string) =>
    line.split(separator).filter((head) => columns.includes(cleaned(head.replaceAll('"', '')))).length;
  return separators.reduce((best, one) => (known(one) > known(best) ? one : best));
}

function records(text: string, delimiter: string): Parsed[] {
  const options = {
    delimiter,
    bom: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    raw: true,
    relax_column_count: true,
  };
  try {
    return parse(text, { ...options, record_delimiter: ['\r\n', '\n', '\r'] }) as unknown as Parsed[];
  } catch (error) {
    throw new NotCsvError((error as CsvError).message.slice(0, 300));
  }
}

function headsOf<Column extends string>({ record }: Parsed, columns: readonly Column[]): Column[] {
  const heads = record.map(cleaned);
  const unknown = heads.filter((head) => !columns.includes(head as Column));
  if (unknown.length > 0)
    throw new NotCsvError(
      `unknown columns: ${unknown
        .map((head) => head.slice(0, 60) || '(a head without words)')
        .slice(0, 30)
        .join(', ')}; known are ${columns.join(', ')}, separated by commas, semicolons or tabs`,
    );
  const twice = heads.filter((head, at) => heads.indexOf(head) !== at);
  if (twice.length > 0)
    throw new NotCsvError(
      `columns that stand twice: ${[...new Set(twice)].join(', ')}; which of them counts can’t be told`,
    );
  return heads as Column[];
}

function cleaned(head: string): string {
  return head.trim().toLowerCase();
}

function rowOf<Column extends string>(
  { record, raw, info }: Parsed,
  heads: readonly Column[],
  before: number,
): CsvRow<Column> {
  const line = info.lines - lineBreaks(raw.trim()) + before;
  const fits = record.length === heads.length;
  const cellsHere = record.length === 1 ? '1 cell' : `${record.length} cells`;
  const broken = fits
    ? undefined
    : `has ${cellsHere} for ${heads.length} heads; a cell that holds the separator stands in quotes`;
  const named = broken ? [] : heads.map((head, at) => [head, record[at] ?? '']);
  return { line, cells: Object.fromEntries(named) as CsvRow<Column>['cells'], broken };
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
