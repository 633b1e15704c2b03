import { choiceFilter, type Filtered, textFilter } from '../office/list/filters.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { csvLines } from '../text/csv-lines.ts';
import { riskAddresses } from './addresses.ts';
import { type RiskRow, type RiskSort, selectRiskSlice } from './risk-queries.ts';
import { risks } from './risks.ts';
import { stateMeant } from './state-meant.ts';
import { inOrderOfNames, listedName } from './state-names.ts';
import { allStates } from './states.ts';

const filters = {
  q: textFilter('states.risks.state', 'search'),
  risk: choiceFilter('states.risks.level', risks, ({ t }, risk) => t(`states.risk.${risk}`)),
  judged: choiceFilter('states.risks.looked', ['yes', 'no'], ({ t }, one) => t(`states.risks.looked.${one}`)),
};

/** What writing to one's own government may cost, by state. */
export const riskList: OfficeList<RiskRow, typeof filters, RiskSort> = {
  address: riskAddresses.risks,
  who: 'risks.judge',
  navigation: { label: 'states.risks', group: 'people', order: 15 },
  title: 'states.risks',
  lead: 'states.risks.lead',
  empty: 'states.risks.empty',
  filters,
  sorts: { state: 'number', judged: 'day' },
  first: { sort: 'state', descending: false },
  id: 'text',
  rows: async (request, { filtered, sort, slice }) =>
    selectRiskSlice(request.app.database, await soughtBy(request, filtered), sort, slice),
  columns: [
    {
      label: 'states.risks.state',
      sort: 'state',
      cell: (row, { lang }) => (
        <>
          <bdi>{listedName(lang, row)}</bdi> <small dir="ltr">{row.iso3}</small>
        </>
      ),
      link: ({ iso3 }, lang) => riskAddresses.risk(lang, iso3),
    },
    { label: 'states.risks.level', cell: ({ risk }, { t }) => t(`states.risk.${risk}`) },
    {
      label: 'states.risks.judged',
      sort: 'judged',
      cell: ({ risk_judged_on }, view) =>
        risk_judged_on ? view.day(risk_judged_on) : <span className="q">{view.t('states.risks.looked.no')}</span>,
    },
    { label: 'states.risks.source', cell: ({ risk_source }) => risk_source && <bdi>{risk_source}</bdi> },
  ],
  csv: {
    name: 'risks',
    head: csvLines([['iso3', 'risk', 'judged_on', 'source']]),
    line: ({ iso3, risk, risk_judged_on, risk_source }) => csvLines([[iso3, risk, risk_judged_on, risk_source]]),
  },
};

/** A state by whatever it is called. */
async function soughtBy({ app, lang }: StaffRequest, { q, risk, judged }: Filtered<typeof filters>) {
  const all = await allStates(app.database);
  const byName = inOrderOfNames(lang, all).map(({ state }) => state.iso3);
  const meant = q === undefined ? undefined : stateMeant(all, q);
  const states = meant && (meant.state ? [meant.state] : meant.perhaps).map(({ iso3 }) => iso3);
  return { states, risk, judged: judged === undefined ? undefined : judged === 'yes', byName };
}
