import { chosen } from '../../http/fields.ts';
import { languageName } from '../../locales/format.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { Select } from '../../site/components/field.tsx';
import type { Problems } from '../../site/components/form.tsx';
import { statisticsAddresses } from '../../statistics/addresses.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { nameAddresses } from '../addresses.ts';
import { refuseNames, showNames } from './decide-names.ts';
import { type ListedName, listNames, nameFilters, namesAmong, saidOf } from './listed-names.ts';
import { isRefusalReason, refusalReasons } from './name-decisions.ts';
import { NameCell } from './name-parts.tsx';

const OFFERED = ['offered'] as const;
const filters = nameFilters(OFFERED);

/** Names that people agreed to have shown, before anybody sees them, the longest waiting first. */
export const offeredList: OfficeList<ListedName & { readonly position: string }, typeof filters, 'since'> = {
  address: nameAddresses.offered,
  who: 'names.decide',
  navigation: { label: 'pledges.names.offered', group: 'work', order: 23 },
  title: 'pledges.names.offered',
  lead: 'pledges.names.offered.lead',
  beside: [
    { who: 'names.decide', label: 'pledges.names.decided', link: (lang) => nameAddresses.decided(lang) },
    {
      who: 'statistics.read',
      label: 'pledges.names.numbers',
      link: (lang) => statisticsAddresses.statistics(lang, { by: 'states', of: 'pledge-confirmed' }),
    },
  ],
  empty: 'pledges.names.offered.empty',
  filters,
  sorts: { since: 'moment' },
  first: { sort: 'since', descending: false },
  id: 'uuid',
  rows: (request, { filtered, slice }) => listNames(request, { ...filtered, states: OFFERED }, slice),
  columns: [
    {
      label: 'pledges.names.name',
      cell: ({ name }, view) => <NameCell view={view} name={name} />,
      link: ({ id }, lang) => nameAddresses.name(lang, id),
    },
    { label: 'pledges.names.state', cell: ({ stateName }) => stateName },
    { label: 'pledges.names.language', cell: ({ lang }, view) => languageName(view.lang, lang) },
    { label: 'pledges.names.campaign', cell: ({ campaignName }) => campaignName },
    { label: 'pledges.names.since', sort: 'since', cell: ({ since }, view) => view.moment(since) },
  ],
  csv: {
    // People's names leave by no file.
    name: 'offered-names',
    head: csvLines([['id', 'campaign', 'state', 'language', 'offered_at']]),
    line: ({ id, campaign, country, lang, offeredAt }) =>
      csvLines([[id, campaign, country, lang, offeredAt.toISOString()]]),
  },
  several: {
    named: async (request, ids) =>
      (await namesAmong(request, ids, OFFERED)).map((listed) => saidOf(request.view, listed)),
    deeds: [
      {
        name: 'show',
        who: 'names.decide',
        label: 'pledges.names.show',
        title: 'pledges.names.show.title',
        text: 'pledges.names.show.text',
        button: 'pledges.names.show.title',
        done: 'pledges.names.show.done',
        run: async ({ app, session }, ids) => (await showNames(app, ids, session.actor_id)).length,
      },
      {
        name: 'refuse',
        who: 'names.decide',
        label: 'pledges.names.refuse',
        title: 'pledges.names.refuse.title',
        text: 'pledges.names.refuse.text',
        button: 'pledges.names.refuse.title',
        done: 'pledges.names.refuse.done',
        destroys: true,
        fields: { because: chosen(40) },
        ask: (request, problems) => <Reason request={request} problems={problems} />,
        run: refuse,
      },
    ],
  },
};

function Reason({ request: { view, form }, problems }: { request: StaffRequest; problems: Problems }) {
  return (
    <Select
      name="because"
      label={view.t('pledges.names.because')}
      hint={view.t('pledges.names.because.hint')}
      error={problems.get('because')}
      defaultValue={form.get('because') ?? ''}
    >
      <option value="">{view.t('pledges.names.because.choose')}</option>
      {refusalReasons.map((reason) => (
        <option key={reason} value={reason}>
          {view.t(`pledges.names.because.${reason}`)}
        </option>
      ))}
    </Select>
  );
}

async function refuse({ app, session, form, view }: StaffRequest, ids: readonly string[]): Promise<number | Problems> {
  const because = form.get('because');
  if (!isRefusalReason(because)) return new Map([['because', view.t('pledges.names.because.wrong')]]);
  return (await refuseNames(app, ids, because, session.actor_id)).length;
}
