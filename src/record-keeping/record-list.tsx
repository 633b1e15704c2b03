import type { Slice } from '../database/slice.ts';
import { datasetNames, verifications } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { viewFor } from '../http/view.ts';
import { choiceFilter, type Filtered, textFilter } from '../office/list/filters.ts';
import type { Listed, OfficeList } from '../office/list/office-list.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { comparedWords } from '../text/compared-words.ts';
import { csvLines } from '../text/csv-lines.ts';
import { keepingAddresses } from './addresses.ts';
import { addressOf } from './import-shown.tsx';
import { changes, idOfKey, type Kind, kindNames, kinds } from './kinds.ts';
import { listedRows, type RecordedRow, recordedRows } from './recorded-rows.ts';
import { dayOfRow, rowName } from './row-name.ts';

/** A row as the list shows it. */
export interface RecordRow extends Listed, RecordedRow {
  readonly kind: Kind;
  readonly name: string;
}

const filters = {
  q: textFilter('record-keeping.sought', 'search'),
  kind: choiceFilter('record-keeping.kind', kindNames, ({ t }, one) => t(`record-keeping.kind.${one}`)),
  standing: choiceFilter('record-keeping.column.standing', verifications, ({ t }, one) =>
    t(`record-keeping.standing.${one}`),
  ),
  public: choiceFilter('record-keeping.public', ['yes', 'not-yet'], ({ t }, one) => t(`record-keeping.public.${one}`)),
};

type Sort = 'name' | 'day' | 'revision';

/** All that is recorded of the kinds that the office changes; with what is not public yet for whoever may see that. */
export const recordList: OfficeList<RecordRow, typeof filters, Sort> = {
  address: keepingAddresses.all,
  who: 'record.read',
  navigation: { label: 'record-keeping.title', group: 'shown', order: 12 },
  title: 'record-keeping.title',
  lead: 'record-keeping.lead',
  beside: [
    ...datasetNames.map((name) => ({
      who: changes[name],
      label: `record-keeping.import.${name}` as const,
      link: (lang: View['lang']) => addressOf({ dataset: name })(lang),
    })),
    ...kinds.map(({ name, dataset }) => ({
      who: changes[dataset],
      label: `record-keeping.add.${name}` as const,
      link: (lang: View['lang']) => keepingAddresses.add(lang, name),
    })),
  ],
  empty: 'record-keeping.empty',
  filters,
  sorts: { name: 'text', day: 'text', revision: 'number' },
  first: { sort: 'day', descending: true },
  id: 'text',
  rows: async (request, { filtered, sort, slice }) => sliceOf(await rowsFor(request, filtered, sort), sort, slice),
  columns: [
    {
      label: 'record-keeping.row',
      sort: 'name',
      cell: ({ name }) => <bdi>{name}</bdi>,
      link: ({ kind, key }, lang) => keepingAddresses.one(lang, kind.name, idOfKey(key)),
    },
    {
      label: 'record-keeping.kind',
      cell: ({ kind, embargoed, fields }, { t, partialDay }) => (
        <>
          {t(`record-keeping.kind.${kind.name}`)}
          {embargoed && (
            <>
              <br />
              <b>
                {fields.public_on
                  ? t('record-keeping.publicFrom', { day: partialDay(fields.public_on) })
                  : t('record-keeping.public.not-yet')}
              </b>
            </>
          )}
        </>
      ),
    },
    { label: 'record-keeping.day', sort: 'day', cell: ({ fields }, view) => dayCell(fields, view) },
    {
      label: 'record-keeping.column.standing',
      cell: ({ fields }, { t }) => {
        const known = verifications.find((one) => one === fields.standing);
        return known && t(`record-keeping.standing.${known}`);
      },
    },
    { label: 'record-keeping.revision', sort: 'revision', cell: ({ since }, view) => view.number(since) },
  ],
  csv: {
    name: 'record',
    head: csvLines([['kind', 'id', 'name', 'day', 'source', 'standing', 'public_on', 'revision']]),
    line: ({ kind, key, name, fields, since }) =>
      csvLines([
        [
          kind.name,
          key,
          name,
          dayOfRow(fields),
          fields.source ?? '',
          fields.standing ?? '',
          fields.public_on ?? '',
          since,
        ],
      ]),
  },
};

function dayCell(fields: RecordedRow['fields'], view: View) {
  const day = dayOfRow(fields);
  return day && view.partialDay(day);
}

async function rowsFor(request: StaffRequest, filtered: Filtered<typeof filters>, sort: Sort): Promise<RecordRow[]> {
  const { app, lang, session } = request;
  const view = viewFor(app, lang, '');
  const recorded = await recordedRows(app.database, session);
  const sought = filtered.q === undefined ? [] : comparedWords(filtered.q);
  const rows: RecordRow[] = [];
  for (const row of listedRows(recorded)) {
    if (filtered.kind && row.kind.name !== filtered.kind) continue;
    if (filtered.standing && row.fields.standing !== filtered.standing) continue;
    if (filtered.public && row.embargoed !== (filtered.public === 'not-yet')) continue;
    const name = rowName(view, recorded, row);
    const said = sought.length === 0 ? '' : comparedWords(`${name} ${row.key}`).join(' ');
    if (!sought.every((word) => said.includes(word))) continue;
    const id = `${row.kind.name}.${idOfKey(row.key)}`;
    rows.push({ ...row, id, name, position: positionOf({ ...row, name }, sort) });
  }
  return rows;
}

function positionOf({ name, fields, since }: Pick<RecordRow, 'name' | 'fields' | 'since'>, sort: Sort): string {
  if (sort === 'revision') return String(since);
  return sort === 'day' ? dayOfRow(fields) : name;
}

type Position = Pick<RecordRow, 'position' | 'id'>;

/** The part that a page shows, in its order; going back it comes as a table of the database would give it. */
function sliceOf(rows: RecordRow[], sort: Sort, { descending, limit, from }: Slice): RecordRow[] {
  const compare = sort === 'revision' ? byNumber : byText;
  const ordered = rows.sort((one, other) => (descending ? compare(other, one) : compare(one, other)));
  if (!from) return ordered.slice(0, limit);
  const at: Position = { position: from.value, id: from.id };
  const beyond = ordered.filter((row) => {
    const order = descending ? compare(at, row) : compare(row, at);
    return from.back ? order < 0 : order > 0;
  });
  return from.back ? beyond.slice(-limit) : beyond.slice(0, limit);
}

const byId = (one: Position, other: Position) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
const byNumber = (one: Position, other: Position) => Number(one.position) - Number(other.position) || byId(one, other);
const byText = (one: Position, other: Position) =>
  one.position < other.position ? -1 : one.position > other.position ? 1 : byId(one, other);
