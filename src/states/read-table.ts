import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** A row that does not say what it should; the message names file, line and column. */
export class InvalidRowError extends Error {
  override readonly name = 'InvalidRowError';
}

/** Reads a CSV file with a line of heads (RFC 4180). @throws InvalidRowError */
export function readTable<Row extends z.ZodType>(file: string, text: string, row: Row): z.infer<Row>[] {
  const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, info: true }) as unknown as {
    record: unknown;
    info: { lines: number };
  }[];
  return rows.map(({ record, info }) => {
    const read = row.safeParse(record);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new InvalidRowError(
      `${file} line ${info.lines}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`,
    );
  });
}
