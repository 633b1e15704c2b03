import { choiceFilter } from '../office/list/filters.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { csvLines } from '../text/csv-lines.ts';
import { declineRequests } from './addressee-requests.ts';
import { reachAddresses } from './addresses.ts';
import { type StaffRequestRow, selectOpenAmong, selectRequestSlice, staffKinds } from './request-queries.ts';

const filters = {
  kind: choiceFilter('representatives.requests.kind', staffKinds, ({ t }, kind) => t(`representatives.asks.${kind}`)),
};

/** What offices ask of us, for a person to decide. */
export const requestList: OfficeList<StaffRequestRow & { position: string }, typeof filters, 'at'> = {
  address: reachAddresses.requests,
  who: 'requests.settle',
  navigation: { label: 'representatives.requests', group: 'work', order: 22 },
  title: 'representatives.requests',
  lead: 'representatives.requests.lead',
  empty: 'representatives.requests.empty',
  filters,
  sorts: { at: 'moment' },
  first: { sort: 'at', descending: false },
  id: 'uuid',
  rows: ({ app }, { filtered, slice }) => selectRequestSlice(app.database, filtered, slice),
  columns: [
    {
      label: 'representatives.requests.kind',
      cell: ({ kind }, { t }) => t(`representatives.asks.${kind}`),
      link: ({ id }, lang) => reachAddresses.request(lang, id),
    },
    { label: 'representatives.requests.address', cell: ({ value }) => <NetAddress>{value}</NetAddress> },
    { label: 'representatives.requests.since', sort: 'at', cell: (row, view) => view.moment(row.asked_at) },
  ],
  csv: {
    name: 'requests-of-offices',
    head: csvLines([['id', 'kind', 'address', 'asked_at', 'detail']]),
    line: (row) => csvLines([[row.id, row.kind, row.value, row.asked_at.toISOString(), row.detail]]),
  },
  several: {
    named: async ({ app, view }, ids) =>
      (await selectOpenAmong(app.database, ids)).map(({ id, kind, value }) => ({
        id,
        name: `${view.t(`representatives.asks.${kind}`)}: ${value}`,
      })),
    deeds: [
      {
        name: 'decline',
        who: 'requests.settle',
        label: 'representatives.requests.decline',
        title: 'representatives.requests.decline.title',
        text: 'representatives.requests.decline.text',
        button: 'representatives.requests.decline.title',
        done: 'representatives.requests.decline.done',
        destroys: true,
        run: ({ app, session }, ids) => declineRequests(app.database, ids, session.actor_id),
      },
    ],
  },
};
