import { readTable } from '../facts/read-folder.ts';
import type { WantedRow } from '../facts/revise.ts';
import type { DatasetName, Fields, Line, Problem } from '../facts/shapes.ts';
import { type Fields as FormFields, written } from '../http/fields.ts';
import type { Key } from '../locales/words.ts';
import { datasets, shapeNamed } from './kinds.ts';
import type { Recorded } from './recorded-rows.ts';

/** Of one table, in UTF-16 code units: twice the longest that the record has. */
export const MOST_CHARACTERS = 400_000;

/** The tables of a data set, as an import's folder has them. */
export function filesOf(dataset: DatasetName): readonly string[] {
  return Object.keys(datasets[dataset].shapes);
}

export const fileLabel = (file: string) => `record-keeping.file.${file}` as Key;

/** A field for each table. */
export function tableFields(dataset: DatasetName): FormFields {
  return Object.fromEntries(
    filesOf(dataset).map((file) => [file, { ...written(fileLabel(file), MOST_CHARACTERS), units: MOST_CHARACTERS }]),
  );
}

/** What somebody gave of a folder: some of its tables, as they stand in files. */
export interface TypedTables {
  readonly dataset: DatasetName;
  readonly texts: Fields;
  /** Each is the whole of its kind: what stands and is not in it ends. */
  readonly whole: boolean;
}

/** Forms come with the line breaks of the web: a table is the same whichever it had. */
export function typedTables(dataset: DatasetName, form: URLSearchParams): TypedTables {
  const texts = filesOf(dataset).map((file) => [file, (form.get(file) ?? '').replaceAll('\r\n', '\n')] as const);
  return { dataset, texts: Object.fromEntries(texts), whole: form.get('whole') === '1' };
}

/** Rows that can be compared with what stands, or what keeps them from that, table by table. */
export interface ReadTables {
  readonly wanted: readonly WantedRow[];
  readonly problems: readonly Problem[];
  /** Tables that are no text, or have no row. */
  readonly unreadable: readonly string[];
  /** How many rows stay that are not public yet and not in the tables. */
  readonly stay: number;
}

/** No text has these: somebody gave a document, a picture, an archive. */
const BINARY = /[\p{Cc}--[\t-\r]]/v;

export function readTables({ dataset, texts, whole }: TypedTables, recorded: Recorded): ReadTables {
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const unreadable = given.flatMap(([file, text]) => (BINARY.test(text) || /^(?:%PDF|PK)/.test(text) ? [file] : []));
  const read = given
    .filter(([file]) => !unreadable.includes(file))
    .map(([file, text]) => ({ file, ...readTable(`${file}.csv`, text, shapeNamed(dataset, file)) }));
  const empty = read.flatMap(({ file, lines, problems }) => (lines.length + problems.length === 0 ? [file] : []));
  const lacking = whole ? read.flatMap(({ file, lines }) => missing(recorded, dataset, file, lines)) : [];
  return {
    wanted: [
      ...read.flatMap(({ file, lines }) => lines.map(({ key, fields }) => ({ file, key, after: fields }))),
      ...lacking.filter(({ embargoed }) => !embargoed).map(({ file, key }) => ({ file, key, after: null })),
    ],
    problems: read.flatMap(({ problems }) => problems),
    unreadable: [...unreadable, ...empty],
    stay: lacking.filter(({ embargoed }) => embargoed).length,
  };
}

function missing(recorded: Recorded, dataset: DatasetName, file: string, lines: readonly Line[]) {
  const said = new Set(lines.map(({ key }) => key));
  return recorded.rowsOf({ dataset, file }).filter(({ key }) => !said.has(key));
}
