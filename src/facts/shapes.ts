import { z } from 'zod';
import { isDay, isPartialDay, type PartialDay } from '../text/partial-day.ts';

/** What a column holds, as CSV on the Web says it (W3C 2015, tabular data model 4.6). */
export interface ColumnType {
  readonly datatype: string | { readonly base: string; readonly format: string };
  /** What stands between several values of one cell. */
  readonly separator?: string;
}
export const columnTypes = z.registry<ColumnType>();

/** How one file of a data set looks. */
export interface FileShape<Row extends z.ZodObject = z.ZodObject> {
  readonly row: Row;
  /** The columns that together tell its rows apart. */
  readonly keyColumns: readonly string[];
  /** What makes a row the same row when it comes again. */
  readonly key: (fields: Fields) => string;
}

/** A file whose rows are told apart by some of their columns. */
export function file<Row extends z.ZodObject>(row: Row, ...key: (keyof z.input<Row> & string)[]): FileShape<Row> {
  return { row, keyColumns: key, key: (fields) => key.map((name) => fields[name] ?? '').join('/') };
}

/** A row as it stands in its file: every column, as text. */
export type Fields = Readonly<Record<string, string>>;
export type Shapes = Readonly<Record<string, FileShape>>;
export const datasetNames = ['record', 'states'] as const;
export type DatasetName = (typeof datasetNames)[number];

/** A column that names a row of another file: `[file, column, the other file, its column]`. */
export type Reference = readonly [file: string, column: string, target: string, key: string];

/** A row with the line it was read from. */
export interface Line {
  readonly line: number;
  readonly key: string;
  readonly fields: Fields;
}
export type Files = Readonly<Record<string, readonly Line[]>>;

/** Something that keeps a data set from being taken: `events.csv line 12: …`. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** By which the office says it in its reader’s language, with these values. */
  readonly code?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Of a row that stands in the database and in no file. */
export const NO_LINE = 0;

export const problemLine = ({ file, line, reason }: Problem) =>
  `${file} ${line === NO_LINE ? 'a row that is not public yet and not in the file' : `line ${line}`}: ${reason}`;

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a slug (small letters, digits, hyphens)');
export const iso3 = z.string().regex(/^[A-Z]{3}$/, 'not a state’s code (ISO 3166, three letters)');
const line = () => z.string().overwrite((typed) => typed.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
/** One line: no control characters, which no feed and no table can carry. */
export const text = line();
/** Several names or codes in one cell. What is registered of a shape holds for all that is made of it, so this is no `text`. */
export const severalNames = line()
  .register(columnTypes, { datatype: 'string', separator: ' ' })
  .transform((list) => list.split(' ').filter(Boolean));
export const named = text.min(1, 'is missing');
/** A column that rows of earlier revisions do not have. */
export const addedLater = text.default('');
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'not a web address' })
  .register(columnTypes, { datatype: 'anyURI' });
/** A year that may be empty. */
export const yearOrNothing = z
  .string()
  .regex(/^(\d{4})?$/, 'not a year')
  .register(columnTypes, { datatype: 'gYear' });
/** A whole number of at most so many digits. */
export const wholeNumber = (digits: number, wrong: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`), wrong)
    .register(columnTypes, { datatype: 'nonNegativeInteger' });

/** A column that may be empty. */
export const orNothing = <Shape extends z.ZodType>(shape: Shape) =>
  z.union([z.literal('').transform(() => null), shape]);

export const partialDay = z
  .string()
  .refine(isPartialDay, 'not a day (YYYY, YYYY-MM or YYYY-MM-DD that exists)')
  .register(columnTypes, { datatype: { base: 'string', format: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' } })
  .transform((day): PartialDay => day);
export const day = z
  .string()
  .refine(isDay, 'not a day (YYYY-MM-DD that exists)')
  .register(columnTypes, { datatype: 'date' });
export const yesOrNo = z
  .enum(['yes', 'no'])
  .register(columnTypes, { datatype: { base: 'boolean', format: 'yes|no' } })
  .transform((word) => word === 'yes');

/** How sure a fact is: read in a source; worked out by a rule from a fact that was read; not read yet, its source says where to look. */
export const verifications = ['seen', 'computed', 'unchecked'] as const;
export type Verification = (typeof verifications)[number];
export const verification = z.enum(verifications);

/** The typed rows of a file whose fields were checked before. */
export function rowsOf<Row extends z.ZodObject>(shape: FileShape<Row>, fields: readonly Fields[]): z.infer<Row>[] {
  return fields.map((one) => shape.row.parse(one));
}
