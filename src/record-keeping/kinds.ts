import type { Deed } from '../accounts/roles.ts';
import type { Dataset } from '../facts/dataset.ts';
import type { DatasetName, Fields, FileShape } from '../facts/shapes.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { statesDataset } from '../states/states-dataset.ts';
import type { ColumnName } from './columns.ts';

export const datasets = { record: recordDataset, states: statesDataset } as const satisfies Record<
  DatasetName,
  Dataset
>;
/** Who may change each, by whatever way. */
export const changes = { record: 'record.import', states: 'states.import' } as const satisfies Record<
  DatasetName,
  Deed
>;

/** One kind of row that the office lists and changes. */
export interface Kind {
  readonly name: KindName;
  readonly dataset: DatasetName;
  readonly file: string;
  /** In the order of the form. */
  readonly columns: readonly ColumnName[];
  /** By which a row is that row: they are said once, when it is added. */
  readonly fixed: readonly ColumnName[];
  /** What a row is called in the files, where nobody types it. */
  readonly made?: { readonly column: string; from(fields: Fields): string };
  /** What all versions of one thing begin with, where a part of its name can be corrected. */
  readonly begins?: readonly ColumnName[];
}

export const kindNames = ['treaty-acts', 'national-law', 'events', 'people', 'participants', 'known-through'] as const;
export type KindName = (typeof kindNames)[number];

const sourced = ['source', 'standing'] as const;

const described: Readonly<Record<KindName, Omit<Kind, 'name'>>> = {
  'treaty-acts': {
    dataset: 'states',
    file: 'treaty-acts',
    columns: [
      ...(['iso3', 'treaty', 'act', 'date', 'date_is', 'predecessor', ...sourced] as const),
      ...(['public_on', 'other_date', 'other_source'] as const),
    ],
    fixed: ['iso3', 'treaty'],
    begins: ['iso3', 'treaty'],
  },
  'national-law': {
    dataset: 'states',
    file: 'national-law',
    columns: ['iso3', 'topic', 'status', 'year', 'note', 'note_fr', 'note_es', 'note_ar', ...sourced],
    fixed: ['iso3', 'topic'],
  },
  events: {
    dataset: 'record',
    file: 'events',
    columns: ['situation', 'case', 'person', 'type', 'instrument', 'date', 'public_on', 'note', ...sourced],
    fixed: [],
    made: { column: 'id', from: ({ situation, case: of, person, type }) => `${person || of || situation}-${type}` },
  },
  people: {
    dataset: 'record',
    file: 'people',
    columns: ['name', 'name_ar', 'born', 'nationality', 'note'],
    fixed: [],
    made: { column: 'slug', from: ({ name = '' }) => name },
  },
  participants: {
    dataset: 'record',
    file: 'participants',
    columns: ['case', 'person', 'joined_on', 'left_on'],
    fixed: ['case', 'person'],
  },
  'known-through': {
    dataset: 'record',
    file: 'coverage',
    columns: ['subject', 'known_through', 'source'],
    fixed: ['subject'],
  },
};

export const kinds: readonly Kind[] = kindNames.map((name) => ({ name, ...described[name] }));

export function kindNamed(text: string | undefined): Kind | undefined {
  return kinds.find(({ name }) => name === text);
}

export function kindOfFile(dataset: DatasetName, file: string): Kind | undefined {
  return kinds.find((kind) => kind.dataset === dataset && kind.file === file);
}

/** How a file of a data set looks. */
export function shapeNamed(dataset: DatasetName, file: string): FileShape {
  const shape = Object.entries(datasets[dataset].shapes).find(([name]) => name === file)?.[1];
  if (!shape) throw new Error(`${dataset} has no ${file}`);
  return shape;
}

/** A row's key as a part of an address, which has no slash. */
export const idOfKey = (key: string) => key.replaceAll('/', '_');
export const keyOfId = (id: string) => id.replaceAll('_', '/');

/** A name that no other row has: small letters, digits, hyphens. */
export function freshSlug(from: string, taken: (slug: string) => boolean): string {
  const plain = from
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80)
      .replace(/-$/, '') || 'row';
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? slug : `${slug}-${at}`;
    if (!taken(tried)) return tried;
  }
}
