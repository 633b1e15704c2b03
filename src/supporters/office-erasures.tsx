import { choiceFilter } from '../office/list/filters.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import { csvLines } from '../text/csv-lines.ts';
import { peopleAddresses } from './addresses.ts';
import { type ErasureRow, erasureStates, selectErasureSlice } from './erasure-queries.ts';

const filters = {
  state: choiceFilter('supporters.erasures.state', erasureStates, ({ t }, state) =>
    t(`supporters.erasure.is.${state}`),
  ),
};

/** What one of the staff asked another to confirm. */
export const erasureList: OfficeList<ErasureRow & { position: string }, typeof filters, 'at'> = {
  address: peopleAddresses.erasures,
  who: 'supporters.erase',
  title: 'supporters.erasures',
  lead: 'supporters.erasures.lead',
  beside: [
    {
      who: 'supporters.erase',
      label: 'supporters.erasures.request',
      link: (lang) => peopleAddresses.request(lang),
    },
    { who: 'supporters.send-link', label: 'supporters.people', link: (lang) => peopleAddresses.people(lang) },
  ],
  empty: 'supporters.erasures.empty',
  filters,
  sorts: { at: 'moment' },
  first: { sort: 'at', descending: true },
  id: 'uuid',
  rows: ({ app }, { filtered, slice }) => selectErasureSlice(app.database, filtered, slice),
  columns: [
    {
      label: 'supporters.erasures.at',
      sort: 'at',
      cell: (row, view) => view.moment(row.requested_at),
      link: ({ id }, lang) => peopleAddresses.erasure(lang, id),
    },
    { label: 'supporters.erasures.who', cell: ({ who }) => <bdi>{who}</bdi> },
    { label: 'supporters.erasures.proof', cell: ({ proof }, { t }) => t(`supporters.proof.${proof}`) },
    { label: 'supporters.erasures.state', cell: ({ state }, { t }) => t(`supporters.erasure.is.${state}`) },
  ],
  csv: {
    name: 'erasures',
    head: csvLines([['id', 'requested_at', 'requested_by', 'proof', 'state', 'decided_at', 'decided_by']]),
    line: (row) =>
      csvLines([
        [
          ...[row.id, row.requested_at.toISOString(), row.who, row.proof, row.state],
          ...[row.decided_at?.toISOString() ?? null, row.decider],
        ],
      ]),
  },
};
