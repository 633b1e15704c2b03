import { createHash } from 'node:crypto';
import type { Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { type Day, firstDay, isPartialDay } from '../text/partial-day.ts';
import { isLongerThan, oneLine, paragraphs } from '../text/text-cleaning.ts';
import { type CellKind, type ColumnName, cellOf, mostOf } from './columns.ts';
import { freshSlug, type Kind, shapeNamed } from './kinds.ts';
import type { Recorded } from './recorded-rows.ts';

/** What somebody typed into the columns of a kind, each in one line. */
export function typedIn(kind: Kind, form: URLSearchParams): Fields {
  return Object.fromEntries(kind.columns.map((name) => [name, oneLine(paragraphs(form.get(name) ?? ''))]));
}

/** What stands in a row, as it stands in the form. */
export function formOf(kind: Kind, fields: Fields): Fields {
  return Object.fromEntries(kind.columns.map((name) => [name, fields[name] ?? '']));
}

/** The same as long as nobody has changed the row. */
export function versionOf(fields: Fields): string {
  const said = Object.entries(fields).filter(([, cell]) => cell !== '');
  return createHash('sha256').update(JSON.stringify(said.sort())).digest('base64url').slice(0, 32);
}

export const shapeOf = ({ dataset, file }: Kind) => shapeNamed(dataset, file);

/** A whole row of what was typed, beside what stands; a new one is called by what it says. */
export function rowOf(kind: Kind, typed: Fields, before: Fields | undefined, recorded: Recorded): Fields {
  const empty = Object.fromEntries(Object.keys(shapeOf(kind).row.shape).map((name) => [name, '']));
  const fields = { ...empty, ...before, ...typed };
  if (!kind.made || before) return fields;
  const taken = (slug: string) => recorded.row(kind, slug) !== undefined;
  return { ...fields, [kind.made.column]: freshSlug(kind.made.from(fields), taken) };
}

/** What is wrong with a column by itself. */
export type Wrong =
  | 'choice'
  | 'day'
  | 'partial-day'
  | 'year'
  | 'code'
  | 'web'
  | 'missing'
  | 'long'
  | 'future'
  | 'other';

/** Acts that are known before they happen, because they follow from others. */
const foreseen = ['entry-into-force', 'withdrawal-effective'];

/** Which columns can't be taken, by the shape of an import's rows, and why. */
export function wrongIn(kind: Kind, fields: Fields, recorded: Recorded, today: Day): ReadonlyMap<ColumnName, Wrong> {
  const { error } = shapeOf(kind).row.safeParse(fields);
  const refused = new Set((error?.issues ?? []).map(({ path: [column] }) => column));
  const wrong = kind.columns.flatMap((name) => {
    const reason = wrongWith(name, fields, recorded, refused.has(name), today);
    return reason ? [[name, reason] as const] : [];
  });
  return new Map(wrong);
}

function wrongWith(
  name: ColumnName,
  fields: Fields,
  recorded: Recorded,
  refused: boolean,
  today: Day,
): Wrong | undefined {
  const cell = cellOf(name);
  const value = fields[name] ?? '';
  if (isLongerThan(value, mostOf(name))) return 'long';
  if (refused) return refusedWords(name, cell, value);
  if (value === '') return undefined;
  if (cell.is === 'state' && !recorded.row({ dataset: 'states', file: 'states' }, value)) return 'choice';
  if (
    cell.is === 'row' &&
    value !== 'docket' &&
    !cell.of.some((file) => recorded.row({ dataset: 'record', file }, value))
  )
    return 'choice';
  if (name === 'date' && isPartialDay(value) && firstDay(value) > today && !foreseen.includes(fields.act ?? ''))
    return 'future';
  return undefined;
}

/** Of words only whether they are there is looked at, and in the Court's record whether a source is one web address. */
function refusedWords(name: ColumnName, cell: CellKind, value: string): Wrong {
  if (cell.is === 'choice' || cell.is === 'row' || cell.is === 'state') return 'choice';
  if (cell.is !== 'words') return cell.is;
  if (value === '') return 'missing';
  return name === 'source' ? 'web' : 'other';
}

/** In words, by the column that each is of. */
export function wrongWords({ t }: Pick<View, 't'>, wrong: ReadonlyMap<ColumnName, Wrong>): Map<string, string> {
  return new Map([...wrong].map(([name, why]) => [name, t(`record-keeping.wrong.${why}`, { most: mostOf(name) })]));
}
