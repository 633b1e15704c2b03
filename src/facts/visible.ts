import type { Day } from '../text/partial-day.ts';
import type { Fields } from './shapes.ts';

/** The fields of the rows of a data set, by file. */
export type FieldsByFile = Readonly<Record<string, readonly Fields[]>>;

declare const gate: unique symbol;

/** What may be shown: only this file says so of anything, and what assembles pages, files and figures takes nothing else. */
export type Visible<Value> = Value & { readonly [gate]: true };

/** Which recorded rows nobody may see on a day. */
export type Hidden = (files: FieldsByFile, today: Day) => ReadonlySet<Fields>;

/** What everybody may see on a day; the same files where nothing is hidden. */
export function visibleOn(files: FieldsByFile, hidden: Hidden, today: Day): Visible<FieldsByFile> {
  const out = hidden(files, today);
  if (out.size === 0) return files as Visible<FieldsByFile>;
  const left = Object.entries(files).map(([file, rows]) => [file, rows.filter((row) => !out.has(row))] as const);
  return Object.fromEntries(left) as unknown as Visible<FieldsByFile>;
}

/** Everything, for staff alone and for checks of our own. */
export function forStaff(files: FieldsByFile): Visible<FieldsByFile> {
  return files as Visible<FieldsByFile>;
}

/** Whether a row carries a day on which it becomes public, and that is to come. */
export function isEmbargoed(row: Fields, today: Day): boolean {
  return typeof row.public_on === 'string' && row.public_on > today;
}
