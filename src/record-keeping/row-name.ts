import type { Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import type { Case, Person, Situation } from '../record/docket.ts';
import { caseName, personName, situationName } from '../record/names.ts';
import { listedName, predecessorName } from '../states/state-names.ts';
import { type ColumnName, cellOf, columnNames } from './columns.ts';
import type { Recorded } from './recorded-rows.ts';

type Speaks = Pick<View, 'lang' | 't' | 'day' | 'partialDay'>;

const isColumn = (name: string): name is ColumnName => (columnNames as readonly string[]).includes(name);

/** What a cell says in its reader's language; as it stands where no words are known for it. */
export function cellText(view: Speaks, recorded: Recorded, name: string, value: string): string {
  if (value === '' || !isColumn(name)) return value;
  const cell = cellOf(name);
  if (cell.is === 'choice') return cell.of.includes(value) ? cell.named(view, value) : value;
  if (cell.is === 'state') return stateText(view, recorded, value);
  if (cell.is === 'code') return predecessorName(view, value);
  if (cell.is === 'row') return rowText(view, recorded, cell.of, value);
  if (cell.is === 'day' || cell.is === 'partial-day') return view.partialDay(value);
  return value;
}

export function stateText({ lang }: Pick<View, 'lang'>, recorded: Recorded, iso3: string): string {
  const iso2 = recorded.row({ dataset: 'states', file: 'states' }, iso3)?.fields.iso2;
  return iso2 ? listedName(lang, { iso2, iso3 }) : iso3;
}

/** What a situation, a case or a person is called. */
function rowText(view: Speaks, recorded: Recorded, files: readonly string[], slug: string): string {
  if (slug === 'docket') return view.t('record-keeping.docket');
  for (const file of files) {
    const fields = recorded.row({ dataset: 'record', file }, slug)?.fields;
    if (fields) return namedThing(view, file, fields);
  }
  return slug;
}

export function namedThing({ lang }: Pick<View, 'lang'>, file: string, fields: Fields): string {
  if (file === 'people') return personName(lang, fields as unknown as Person);
  if (file === 'cases') return caseName(lang, fields as unknown as Case);
  return situationName(lang, fields as unknown as Situation);
}

/** By which columns a row is called, of each file that has some. */
const naming: Readonly<Record<string, readonly ColumnName[]>> = {
  'states/treaty-acts': ['iso3', 'act', 'treaty'],
  'states/national-law': ['iso3', 'topic'],
  'record/participants': ['person', 'case'],
  'record/coverage': ['subject'],
};

/** What a row is called in lists and headings. */
export function rowName(
  view: Speaks,
  recorded: Recorded,
  {
    dataset,
    file,
    key,
    fields,
  }: { readonly dataset: string; readonly file: string; readonly key: string; readonly fields: Fields },
): string {
  const said = (name: ColumnName) => cellText(view, recorded, name, fields[name] ?? '');
  if (file === 'people' || file === 'cases' || file === 'situations') return namedThing(view, file, fields);
  if (file === 'events') {
    const about = fields.person ? said('person') : fields.case ? said('case') : said('situation');
    return [about, said('type')].join(' · ');
  }
  const columns = naming[`${dataset}/${file}`];
  return columns ? columns.map(said).join(' · ') : key;
}

/** The day of which a row tells, as precise as its source. */
export function dayOfRow(fields: Fields): string {
  return fields.date || fields.known_through || fields.year || fields.joined_on || '';
}
