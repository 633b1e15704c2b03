import type { View } from '../http/view.ts';
import { choiceFilter, type Filtered, textFilter } from '../office/list/filters.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { publicOffices } from '../states/public-offices.ts';
import { stateMeant } from '../states/state-meant.ts';
import { inOrderOfNames, listedName } from '../states/state-names.ts';
import { allStates, type State } from '../states/states.ts';
import { csvLines } from '../text/csv-lines.ts';
import { type AddresseeSort, type ListedAddressee, selectAddresseeSlice } from './addressee-list-queries.ts';
import { reachAddresses } from './addresses.ts';
import { officesCalled } from './find-representatives.ts';
import { displayName, officeTitle, shownTitle } from './naming.ts';
import { mailWays, officeTimes } from './sought-queries.ts';

const filters = {
  q: textFilter('representatives.list.q', 'search'),
  state: textFilter('representatives.list.state'),
  office: choiceFilter('representatives.list.office', [...publicOffices, 'person'], ({ t, lang }, one) =>
    one === 'person' ? t('representatives.list.person') : officeTitle(lang, one),
  ),
  mail: choiceFilter('representatives.list.mail', mailWays, ({ t }, one) => t(`representatives.mail.${one}`)),
  time: choiceFilter('representatives.list.standing', officeTimes, ({ t }, one) =>
    t(`representatives.standing.${one}`),
  ),
};

/** Everybody who can be written to, and who could. */
export const addresseeList: OfficeList<ListedAddressee, typeof filters, AddresseeSort> = {
  address: reachAddresses.addressees,
  who: 'signed-in',
  navigation: { label: 'representatives.list', group: 'people', order: 10 },
  title: 'representatives.list',
  beside: [
    { who: 'representatives.change', label: 'representatives.add', link: (lang) => reachAddresses.addAddressee(lang) },
    {
      who: 'representatives.import',
      label: 'representatives.import',
      link: (lang) => reachAddresses.importAddressees(lang),
    },
  ],
  empty: 'representatives.list.empty',
  filters,
  sorts: { name: 'text', state: 'text', changed: 'moment' },
  first: { sort: 'name', descending: false },
  id: 'uuid',
  rows: async (request, { filtered, sort, slice }) => {
    const states = await allStates(request.app.database);
    const codes = inOrderOfNames(request.lang, states).map(({ state }) => state.iso3);
    return selectAddresseeSlice(request.app.database, soughtBy(request, filtered, states), sort, slice, codes);
  },
  columns: [
    {
      label: 'representatives.list.name',
      sort: 'name',
      cell: (row, { lang }) => <bdi>{displayName(lang, row)}</bdi>,
      link: ({ id }, lang) => reachAddresses.oneAddressee(lang, id),
    },
    { label: 'representatives.list.title', cell: (row, { lang }) => titleBeside(row, lang) },
    { label: 'representatives.list.state', sort: 'state', cell: stateCell },
    { label: 'representatives.list.mail', cell: mailCell },
    { label: 'representatives.list.standing', cell: timeOf },
    { label: 'representatives.list.changed', sort: 'changed', cell: (row, view) => view.dayOf(row.updated_at) },
  ],
  csv: {
    name: 'addressees',
    head: csvLines([
      ['id', 'state', 'office', 'name', 'role', 'body', 'email', 'paused', 'begins_on', 'ended_on', 'changed_at'],
    ]),
    line: (row) =>
      csvLines([
        [
          ...[row.id, row.state, row.office, row.name, row.role, row.body, row.address, row.paused ? 'yes' : ''],
          ...[row.begins_on, row.ended_on, row.updated_at.toISOString()],
        ],
      ]),
  },
};

/** What is asked for: a state by whatever it is called, an office by its title. */
function soughtBy(
  { lang, view }: StaffRequest,
  { q, state, office, mail, time }: Filtered<typeof filters>,
  states: readonly State[],
) {
  const meant = state === undefined ? undefined : stateMeant(states, state);
  return {
    ...{ q, office, mail, time, on: view.today() },
    offices: q === undefined ? [] : officesCalled(lang, q.split(/\s+/)),
    states: meant && (meant.state ? [meant.state] : meant.perhaps).map(({ iso3 }) => iso3),
  };
}

/** The title of somebody who is known by name. */
function titleBeside(row: ListedAddressee, lang: View['lang']) {
  const title = row.name === null ? row.body : (shownTitle(lang, row) ?? row.role);
  return title ? <bdi>{title}</bdi> : undefined;
}

function stateCell({ state, iso2 }: ListedAddressee, { lang }: View) {
  return (
    <>
      <bdi>{listedName(lang, { iso3: state, iso2 })}</bdi> <small dir="ltr">{state}</small>
    </>
  );
}

function mailCell({ address, paused }: ListedAddressee, { t }: View) {
  if (address === null) return <span className="q">{t('representatives.mail.without')}</span>;
  return (
    <>
      <NetAddress>{address}</NetAddress>
      {paused && (
        <>
          <br />
          <b>{t('representatives.mail.paused')}</b>
        </>
      )}
    </>
  );
}

/** Nothing of whoever is in office, as most are. */
export function timeOf(row: Pick<ListedAddressee, 'ended_on' | 'begins_on'>, view: View): string | undefined {
  if (row.ended_on !== null) return view.t('representatives.standing.since', { day: view.partialDay(row.ended_on) });
  if (row.begins_on !== null && row.begins_on > view.today())
    return view.t('representatives.standing.from', { day: view.day(row.begins_on) });
  return undefined;
}
