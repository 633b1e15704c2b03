import { verifications } from '../facts/shapes.ts';
import type { Fields as FormFields } from '../http/fields.ts';
import { typed, written } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { eventTypes } from '../record/event-types.ts';
import { instruments } from '../record/shapes.ts';
import { acts, lawStatuses, topics, treaties } from '../states/shapes.ts';

/** What a cell holds, and so how it is typed: one of some words, a row of another file, a state, a day, words. */
export type CellKind =
  | { readonly is: 'choice'; readonly of: readonly string[]; named(view: Pick<View, 't'>, one: string): string }
  | { readonly is: 'row'; readonly of: readonly string[] }
  | { readonly is: 'state' | 'partial-day' | 'day' | 'year' | 'code' | 'web' }
  | { readonly is: 'words'; readonly most: number; readonly long?: true; readonly lang?: string };

const LINE = 300;
const PARAGRAPH = 2_000;
const long = (lang?: string): CellKind => ({
  ...{ is: 'words', most: PARAGRAPH, long: true },
  ...(lang === undefined ? {} : { lang }),
});

function choice<const One extends string>(
  of: readonly One[],
  named: (view: Pick<View, 't'>, one: One) => string,
): CellKind {
  return { is: 'choice', of, named: (view, one) => named(view, one as One) };
}

/** The columns that can be typed, of whatever kind of row they are. */
export const columns = {
  iso3: { is: 'state' },
  treaty: choice(treaties, ({ t }, one) => t(`states.treaty.${one}`)),
  act: choice(acts, ({ t }, one) => t(`states.act.${one}`)),
  date: { is: 'partial-day' },
  date_is: choice(['by'], ({ t }) => t('record-keeping.by')),
  predecessor: { is: 'code' },
  topic: choice(topics, ({ t }, one) => t(`states.topic.${one}`)),
  status: choice(lawStatuses, ({ t }, one) => t(`states.status.${one}`)),
  year: { is: 'year' },
  situation: { is: 'row', of: ['situations'] },
  case: { is: 'row', of: ['cases'] },
  person: { is: 'row', of: ['people'] },
  subject: { is: 'row', of: ['situations', 'cases'] },
  type: choice(eventTypes, ({ t }, one) => t(`record.event.${one}`)),
  instrument: choice(instruments, ({ t }, one) => t(`record-keeping.instrument.${one}`)),
  name: { is: 'words', most: LINE },
  name_ar: { is: 'words', most: LINE, lang: 'ar' },
  born: { is: 'year' },
  nationality: { is: 'state' },
  joined_on: { is: 'partial-day' },
  left_on: { is: 'partial-day' },
  known_through: { is: 'day' },
  note: long('en'),
  note_fr: long('fr'),
  note_es: long('es'),
  note_ar: long('ar'),
  source: long(),
  standing: choice(verifications, ({ t }, one) => t(`record-keeping.standing.${one}`)),
  public_on: { is: 'day' },
  other_date: { is: 'day' },
  other_source: long(),
} as const satisfies Readonly<Record<string, CellKind>>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as readonly ColumnName[];

export const cellOf = (name: ColumnName): CellKind => columns[name];

/** Characters that a cell may have. */
export function mostOf(name: ColumnName): number {
  const cell = cellOf(name);
  if (cell.is === 'words') return cell.most;
  return cell.is === 'web' ? PARAGRAPH : 100;
}

/** Every column as a field of the forms. */
export const columnFields: FormFields = Object.fromEntries(
  columnNames.map((name) => {
    const cell = cellOf(name);
    const field = cell.is === 'words' && cell.long ? written : typed;
    return [name, field(`record-keeping.column.${name}`, mostOf(name))];
  }),
);
