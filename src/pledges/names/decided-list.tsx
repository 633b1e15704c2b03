import { choiceFilter } from '../../office/list/filters.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { nameAddresses } from '../addresses.ts';
import { undoNames } from './decide-names.ts';
import { type ListedName, listNames, nameFilters, namesAmong, saidOf } from './listed-names.ts';
import { nameDecisions } from './name-decisions.ts';
import { NameCell } from './name-parts.tsx';

const filters = {
  ...nameFilters(nameDecisions),
  decision: choiceFilter('pledges.names.decision', nameDecisions, ({ t }, one) => t(`pledges.names.is.${one}`)),
};

/** What was decided of names, the last first; each decision can be taken back. */
export const decidedNames: OfficeList<ListedName & { readonly position: string }, typeof filters, 'since'> = {
  address: nameAddresses.decided,
  who: 'names.decide',
  title: 'pledges.names.decided',
  lead: 'pledges.names.decided.lead',
  beside: [{ who: 'names.decide', label: 'pledges.names.offered', link: (lang) => nameAddresses.offered(lang) }],
  empty: 'pledges.names.decided.empty',
  filters,
  sorts: { since: 'moment' },
  first: { sort: 'since', descending: true },
  id: 'uuid',
  rows: (request, { filtered: { decision, ...filtered }, slice }) =>
    listNames(request, { ...filtered, states: decision ? [decision] : nameDecisions }, slice),
  columns: [
    {
      label: 'pledges.names.name',
      cell: ({ name }, view) => <NameCell view={view} name={name} />,
      link: ({ id }, lang) => nameAddresses.name(lang, id),
    },
    { label: 'pledges.names.decision', cell: ({ state }, { t }) => t(`pledges.names.is.${state}`) },
    {
      label: 'pledges.names.because',
      cell: ({ because }, { t }) => because && t(`pledges.names.because.${because}`),
    },
    { label: 'pledges.names.state', cell: ({ stateName }) => stateName },
    { label: 'pledges.names.campaign', cell: ({ campaignName }) => campaignName },
    { label: 'pledges.names.at', sort: 'since', cell: ({ since }, view) => view.moment(since) },
  ],
  csv: {
    name: 'decided-names',
    head: csvLines([['id', 'campaign', 'state', 'language', 'decision', 'because', 'at']]),
    line: ({ id, campaign, country, lang, state, because, since }) =>
      csvLines([[id, campaign, country, lang, state, because, since.toISOString()]]),
  },
  several: {
    named: async (request, ids) =>
      (await namesAmong(request, ids, nameDecisions)).map((listed) => saidOf(request.view, listed)),
    deeds: [
      {
        name: 'undo',
        who: 'names.decide',
        label: 'pledges.names.undo',
        title: 'pledges.names.undo.title',
        text: 'pledges.names.undo.text',
        button: 'pledges.names.undo.title',
        done: 'pledges.names.undo.done',
        run: async ({ app, session }, ids) => (await undoNames(app, ids, session.actor_id)).length,
      },
    ],
  },
};
