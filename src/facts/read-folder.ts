import { join } from 'node:path';
import { type CsvRow, headsTwice, readCsvRows, UnreadableCsvError, wrongCount } from '../text/csv-rows.ts';
import { readText, UnreadableFileError } from './read-file.ts';
import type { Fields, Files, Line, Problem, Shapes } from './shapes.ts';

/** In characters; the longest cell today has a few hundred. */
const LONGEST = 20_000;

export interface ReadFolder {
  readonly files: Files;
  readonly problems: readonly Problem[];
}

/** Reads a folder's CSV files (RFC 4180, UTF-8, with or without a byte order mark) and checks each row by itself. */
export async function readFolder(folder: string, shapes: Shapes): Promise<ReadFolder> {
  const read = await Promise.all(
    Object.entries(shapes).map(async ([name, shape]) => [name, await readOne(folder, `${name}.csv`, shape)] as const),
  );
  return {
    files: Object.fromEntries(read.map(([name, { lines }]) => [name, lines])),
    problems: read.flatMap(([, { problems }]) => problems),
  };
}

type Read = { lines: Line[]; problems: Problem[] };

async function readOne(folder: string, file: string, shape: Shapes[string]): Promise<Read> {
  const wrong = (reason: string, line = 1): Read => ({ lines: [], problems: [{ file, line, reason }] });
  const text = await readText(join(folder, file)).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) return error;
    throw error;
  });
  return text instanceof UnreadableFileError ? wrong(text.reason) : readTable(file, text, shape);
}

/** The rows of one file's text (RFC 4180), each checked by itself. @param file its name, with `.csv` */
export function readTable(file: string, text: string, shape: Shapes[string]): Read {
  const table = tableOf(text, Object.keys(shape?.row.shape ?? {}));
  if ('reason' in table) return { lines: [], problems: [{ file, line: table.line, reason: table.reason }] };
  return checked(file, table, shape);
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
}

function tableOf(text: string, columns: readonly string[]): Table | { reason: string; line: number } {
  try {
    const table = readCsvRows(text, columns);
    const twice = headsTwice(table.head);
    return twice.length > 0 ? { reason: `columns that stand twice: ${twice.join(', ')}`, line: 1 } : table;
  } catch (error) {
    if (error instanceof UnreadableCsvError) return { reason: error.message, line: error.line };
    throw error;
  }
}

function checked(file: string, { head, rows }: Table, shape: Shapes[string]): Read {
  const lines: Line[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { line } = row;
    const fields: Fields = Object.fromEntries(row.cells.map((cell, at) => [head[at] ?? '', cell]));
    const wrong = wrongWith(row, head, fields, shape);
    problems.push(...wrong.map((reason) => ({ file, line, reason })));
    if (!shape || wrong.length > 0) continue;
    const key = shape.key(fields);
    const before = seen.get(key);
    if (before) problems.push({ file, line, reason: `says the same as line ${before} (${key})` });
    seen.set(key, line);
    lines.push({ line, key, fields });
  }
  return { lines, problems };
}

/** All that is wrong with a row. It may end before columns that came later; one that lacks more than those is told by its shape. */
function wrongWith(row: CsvRow, head: readonly string[], fields: Fields, shape: Shapes[string]): string[] {
  if (row.cells.length > head.length) return [wrongCount(row, head) ?? ''];
  const long = Object.entries(fields).flatMap(([column, cell]) =>
    cell.length > LONGEST ? [`${column}: is longer than ${LONGEST.toLocaleString('en')} characters`] : [],
  );
  const { error } = shape?.row.safeParse(fields) ?? {};
  return [...long, ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)];
}
