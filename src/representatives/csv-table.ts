import { headsTwice, type CsvRow as Read, readCsvRows, UnreadableCsvError, wrongCount } from '../text/csv-rows.ts';

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

/**
 * Reads a table with a line of heads, whatever it is separated by.
 * @param columns the heads that may stand there, in any order and case
 * @throws NotCsvError where a head is unknown or stands twice, or a quote is never closed
 */
export function readTable<Column extends string>(text: string, columns: readonly Column[]): CsvRow<Column>[] {
  const { head, rows } = rowsOf(text, columns);
  const heads = headsOf(head, columns);
  return rows.map((row) => rowOf(row, heads));
}

function rowsOf(text: string, columns: readonly string[]) {
  try {
    return readCsvRows(text, columns);
  } catch (error) {
    throw error instanceof UnreadableCsvError ? new NotCsvError(error.message) : error;
  }
}

function headsOf<Column extends string>(record: readonly string[], columns: readonly Column[]): Column[] {
  const heads = record.map(cleaned);
  const unknown = heads.filter((head) => !columns.includes(head as Column));
  if (unknown.length > 0)
    throw new NotCsvError(
      `unknown columns: ${unknown
        .map((head) => head.slice(0, 60) || '(a head without words)')
        .slice(0, 30)
        .join(', ')}; known are ${columns.join(', ')}, separated by commas, semicolons or tabs`,
    );
  const twice = headsTwice(heads);
  if (twice.length > 0)
    throw new NotCsvError(`columns that stand twice: ${twice.join(', ')}; which of them counts can’t be told`);
  return heads as Column[];
}

function cleaned(head: string): string {
  return head.trim().toLowerCase();
}

function rowOf<Column extends string>(row: Read, heads: readonly Column[]): CsvRow<Column> {
  const broken = wrongCount(row, heads);
  const named = broken ? [] : heads.map((head, at) => [head, row.cells[at] ?? '']);
  return { line: row.line, cells: Object.fromEntries(named) as CsvRow<Column>['cells'], broken };
}
