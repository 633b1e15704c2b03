import type { z } from 'zod';
import { headsTwice, readCsvRows, wrongCount } from '../text/csv-rows.ts';

/** A row that does not say what it should; the message names file, line and column. */
export class InvalidRowError extends Error {
  override readonly name = 'InvalidRowError';
}

/** Reads a CSV file with a line of heads (RFC 4180). @throws InvalidRowError, UnreadableCsvError */
export function readTable<Row extends z.ZodObject>(file: string, text: string, row: Row): z.infer<Row>[] {
  const { head, rows } = readCsvRows(text, Object.keys(row.shape));
  const twice = headsTwice(head);
  if (twice.length > 0) throw new InvalidRowError(`${file} line 1: columns that stand twice: ${twice.join(', ')}`);
  return rows.map((one) => {
    const wrong = (reason: string) => new InvalidRowError(`${file} line ${one.line}: ${reason}`);
    const count = wrongCount(one, head);
    if (count) throw wrong(count);
    const read = row.safeParse(Object.fromEntries(head.map((name, at) => [name, one.cells[at]])));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
  });
}
