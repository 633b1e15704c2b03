import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
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
  if (text instanceof UnreadableFileError) return wrong(text.reason);
  const table = tableOf(text);
  if ('reason' in table) return wrong(table.reason, table.line);
  return checked(file, table.rows, shape);
}

interface Row {
  readonly record: Fields;
  readonly info: { readonly lines: number };
}

/** A row may end before columns that came later; one that lacks more than those is told by its own check. */
const shapeOfTables = {
  columns: true,
  skip_empty_lines: true,
  trim: true,
  info: true,
  relax_column_count_less: true,
} as const;

function tableOf(text: string): { rows: Row[] } | { reason: string; line: number } {
  try {
    return { rows: parse(text, shapeOfTables) as unknown as Row[] };
  } catch (error) {
    const { message, lines } = error as { message: string; lines?: number };
    return { reason: message.split('\n')[0] ?? 'is no CSV', line: lines ?? 1 };
  }
}

function checked(file: string, rows: readonly Row[], shape: Shapes[string]): Read {
  const lines: Line[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of rows) {
    const problem = (reason: string) => problems.push({ file, line: info.lines, reason });
    for (const [column, cell] of Object.entries(record))
      if (cell.length > LONGEST) problem(`${column}: is longer than ${LONGEST.toLocaleString('en')} characters`);
    const read = shape?.row.safeParse(record);
    if (!shape || !read?.success) {
      for (const issue of read?.error?.issues ?? []) problem(`${issue.path.join('.')}: ${issue.message}`);
      continue;
    }
    const key = shape.key(record);
    const before = seen.get(key);
    if (before) problem(`says the same as line ${before} (${key})`);
    seen.set(key, info.lines);
    lines.push({ line: info.lines, key, fields: record });
  }
  return { lines, problems };
}
