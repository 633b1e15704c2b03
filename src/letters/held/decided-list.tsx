import { everyCampaign } from '../../campaigns/campaigns.ts';
import type { View } from '../../http/view.ts';
import { choiceFilter } from '../../office/list/filters.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { listedName } from '../../states/state-names.ts';
import { allStates } from '../../states/states.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { letterAddresses } from '../addresses.ts';
import { reviewDecisions } from '../review-queries.ts';
import { type DecidedRow, selectDecidedNamed, selectDecidedSlice } from './decided-queries.ts';
import { undoDecision, whichCanBeUndone } from './undo-decision.ts';

/** A decision as the list shows it; nothing of the letter's words or its writer. */
interface ListedDecision extends Omit<DecidedRow, 'id'> {
  /** Of the decision: what is chosen is one of them, not whatever was decided of the letter since. */
  readonly id: string;
  readonly letter: string;
  readonly campaign: string;
  readonly ask: string;
  readonly askTitle: string;
  readonly stateName: string;
  readonly undoable: boolean;
}

const filters = {
  decision: choiceFilter('letters.decided.what', reviewDecisions, ({ t }, one) => t(`letters.decided.${one}`)),
};

/** What was decided of letters that were held, the last first. */
export const decidedList: OfficeList<ListedDecision & { readonly position: string }, typeof filters, 'at'> = {
  address: letterAddresses.decidedLetters,
  who: 'letters.decide',
  title: 'letters.decided',
  lead: 'letters.decided.lead',
  beside: [{ who: 'letters.decide', label: 'letters.look', link: letterAddresses.heldLetters }],
  empty: 'letters.decided.empty',
  filters,
  sorts: { at: 'moment' },
  first: { sort: 'at', descending: true },
  id: 'uuid',
  rows: async (request, { filtered, slice }) =>
    listed(request, await selectDecidedSlice(request.app.database, filtered.decision, slice)),
  columns: [
    {
      label: 'letters.look.ask',
      cell: ({ askTitle }, view) => askTitle || view.t('letters.decided.letter'),
      link: ({ letter }, lang) => letterAddresses.heldLetter(lang, letter),
    },
    {
      label: 'letters.decided.what',
      cell: ({ decision }, { t }) => <span className="decided">{t(`letters.decided.${decision}`)}</span>,
    },
    { label: 'letters.look.state', cell: ({ stateName }) => stateName },
    { label: 'letters.decided.by', cell: ({ decidedBy }) => <bdi>{decidedBy}</bdi> },
    { label: 'letters.decided.at', sort: 'at', cell: ({ decidedAt }, view) => view.moment(decidedAt) },
    {
      label: 'letters.decided.undo',
      cell: ({ undoable }, { t }) => undoable && t('letters.decided.undoable'),
    },
  ],
  csv: {
    name: 'decided-letters',
    head: csvLines([['letter', 'campaign', 'ask', 'state', 'decision', 'by', 'at']]),
    line: ({ letter, campaign, ask, country, decision, decidedBy, decidedAt }) =>
      csvLines([[letter, campaign, ask, country, decision, decidedBy, decidedAt.toISOString()]]),
  },
  mayBeChosen: ({ undoable }) => undoable,
  several: {
    named: async (request, ids) =>
      (await listed(request, await selectDecidedNamed(request.app.database, ids)))
        .filter(({ undoable }) => undoable)
        .map((one) => ({ id: one.id, name: nameOf(one, request.view) })),
    deeds: [
      {
        name: 'undo',
        who: 'letters.decide',
        label: 'letters.look.undo',
        title: 'letters.decided.undo.several',
        text: 'letters.decided.undo.text',
        button: 'letters.decided.undo.several',
        done: 'letters.decided.undone',
        run: undoSeveral,
      },
    ],
  },
};

/** Each by itself: what has left meanwhile keeps nothing of the others. */
async function undoSeveral({ app, session }: StaffRequest, ids: readonly string[]) {
  let done = 0;
  for (const { id, decidedAt } of await selectDecidedNamed(app.database, ids))
    if ((await undoDecision(app, id, session.actor_id, decidedAt)) === 'held') done += 1;
  return done;
}

async function listed<Row extends DecidedRow>({ app, view }: StaffRequest, rows: readonly Row[]) {
  const [campaigns, states, undoable] = await Promise.all([
    everyCampaign(app.database, view.lang),
    allStates(app.database),
    whichCanBeUndone(
      app,
      rows.filter(({ isLast }) => isLast),
    ),
  ]);
  return rows.map((row) => {
    const campaign = campaigns.find(({ id }) => id === row.campaign_id);
    const ask = campaign?.asks.find(({ id }) => id === row.ask_id);
    const state = states.find(({ iso3 }) => iso3 === row.country);
    return {
      ...row,
      id: row.review,
      letter: row.id,
      campaign: campaign?.slug ?? '',
      ask: ask?.slug ?? '',
      askTitle: ask?.text.title ?? '',
      stateName: state ? listedName(view.lang, state) : row.country,
      undoable: undoable.has(row),
    };
  });
}

function nameOf({ askTitle, stateName, decision, decidedAt }: ListedDecision, view: View): string {
  return view.t('letters.decided.named', {
    ask: `\u2068${askTitle}\u2069`,
    where: `\u2068${stateName}\u2069`,
    what: view.t(`letters.decided.${decision}`),
    when: view.moment(decidedAt),
  });
}
