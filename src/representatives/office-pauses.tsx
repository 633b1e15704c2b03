import { typed } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { choiceFilter, textFilter } from '../office/list/filters.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { Field } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { csvLines } from '../text/csv-lines.ts';
import { isLongerThan } from '../text/text-cleaning.ts';
import { reachAddresses } from './addresses.ts';
import { pauseReasons } from './channel-health.ts';
import { type PausedRow, pausedKinds, selectPausedAmong, selectPausedSlice } from './pause-queries.ts';
import { MOST_REASON, resumeAll } from './pauses.ts';

const filters = {
  q: textFilter('representatives.pauses.what', 'search'),
  kind: choiceFilter('representatives.pauses.kind', pausedKinds, ({ t }, kind) => t(`representatives.pauses.${kind}`)),
  because: choiceFilter('representatives.pauses.because', pauseReasons, ({ t }, reason) =>
    t(`representatives.paused.${reason}`),
  ),
};

/** Where no letter goes until somebody has looked. */
export const pauseList: OfficeList<PausedRow, typeof filters, 'since'> = {
  address: reachAddresses.pauses,
  who: 'representatives.resume',
  navigation: { label: 'representatives.pauses', group: 'work', order: 25 },
  title: 'representatives.pauses',
  lead: 'representatives.pauses.lead',
  empty: 'representatives.pauses.empty',
  filters,
  sorts: { since: 'moment' },
  first: { sort: 'since', descending: false },
  id: 'text',
  rows: ({ app }, { filtered, slice }) => selectPausedSlice(app.database, filtered, slice),
  columns: [
    {
      label: 'representatives.pauses.what',
      cell: ({ id }) => <NetAddress>{id}</NetAddress>,
      link: ({ id }, lang) => reachAddresses.pause(lang, id),
    },
    { label: 'representatives.pauses.because', cell: (row, view) => becauseOf(view, row) },
    { label: 'representatives.pauses.since', sort: 'since', cell: ({ since }, view) => view.moment(since) },
  ],
  csv: {
    name: 'paused',
    head: csvLines([['what', 'kind', 'since', 'because']]),
    line: ({ id, kind, since, because }) => csvLines([[id, kind, since.toISOString(), because]]),
  },
  several: {
    named: async ({ app }, ids) => (await selectPausedAmong(app.database, ids)).map(({ id }) => ({ id, name: id })),
    deeds: [
      {
        name: 'lift',
        who: 'representatives.resume',
        label: 'representatives.pauses.lift',
        title: 'representatives.pauses.lift.title',
        text: 'representatives.pauses.lift.text',
        button: 'representatives.pauses.lift.title',
        done: 'representatives.pauses.lifted',
        fields: { because: typed('representatives.pauses.reason', MOST_REASON) },
        ask: (request, problems) => <Reason request={request} problems={problems} />,
        run: lift,
      },
    ],
  },
};

/** Why it is paused, in a reader's words: a domain's mail server said so itself. */
export function becauseOf(view: View, { kind, because }: Pick<PausedRow, 'kind' | 'because'>) {
  const reason = pauseReasons.find((one) => one === because);
  if (kind === 'mailbox' && reason) return view.t(`representatives.paused.${reason}`);
  return view.t('representatives.paused.refuses');
}

function Reason({ request: { view, form }, problems }: { request: StaffRequest; problems: Problems }) {
  return (
    <Field
      name="because"
      label={view.t('representatives.pauses.reason')}
      hint={view.t('representatives.pauses.reason.hint')}
      error={problems.get('because')}
      maxLength={MOST_REASON}
      defaultValue={form.get('because') ?? ''}
    />
  );
}

async function lift({ app, session, form, view }: StaffRequest, ids: readonly string[]): Promise<number | Problems> {
  const because = form.get('because')?.trim() ?? '';
  if (!because || isLongerThan(because, MOST_REASON))
    return new Map([['because', view.t('representatives.pauses.reason.wrong', { most: MOST_REASON })]]);
  return resumeAll(app.database, ids, { by: session.actor_id, because });
}
