import type { View } from '../http/view.ts';
import type { RecordView } from '../record/record-view.ts';
import { saidDay } from '../site/said-day.ts';
import { actDay, sinceDay } from '../states/act-day.ts';
import { lastWhole } from '../states/coverage.ts';
import { checkedStanding, type ShownStanding } from '../states/shown-standing.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import type { StateRecord, TreatyAct } from '../states/treaty-record.ts';
import { actDue, standingAct } from '../states/treaty-standing.ts';

/**
 * Where a state stands with the Rome Statute on a day and since when, in a sentence or two, by acts that were checked. Of a day to come
 * it says what stands today: a notice can be taken back until it takes effect.
 */
export function statuteSentence(shown: RecordView, state: StateRecord): string {
  const { today } = shown.requested;
  const record = shown.on > today ? { ...shown, on: today } : shown;
  const { view, world, on } = record;
  const checked = { ...state, acts: state.acts.filter(({ standing }) => standing !== 'unchecked') };
  const standing = checkedStanding(world.treaty, state, 'rome-statute', on);
  const act = standingAct(checked, 'rome-statute', on);
  return [
    view.t(`states.summary.statute.${within(standing)}`, {
      ...stateInSentence(view.lang, state),
      ...joinedBy(view, checked, on),
      ...(act?.date_is === 'by' ? { how: 'by' } : {}),
      day: act ? dayIn(record, standing, act) : '',
      when: view.partialDay(lastWhole(world.treaty, 'rome-statute').slice(0, 7) || on),
    }),
    ...(standing === 'withdrawing' ? boundUntil(record, checked) : []),
  ].join(' ');
}

const joining: readonly TreatyAct['type'][] = ['ratification', 'accession', 'acceptance', 'succession'];

/** By which act a state joined, and on which day, where that day itself is known. */
function joinedBy(view: View, { acts }: Pick<StateRecord, 'acts'>, on: string): { how: string; joined: string } {
  const act = acts.findLast(
    ({ treaty, type, knownOn }) => treaty === 'rome-statute' && joining.includes(type) && knownOn <= on,
  );
  if (!act || act.date_is === 'by') return { how: '', joined: '' };
  return { how: act.type, joined: saidDay(view, 'on', act.date) };
}

/** The Statute is open to every state: only what is for its parties can't be said of it. */
function within(standing: ShownStanding): Exclude<ShownStanding, 'parties-only'> {
  return standing === 'parties-only' ? 'none' : standing;
}

function dayIn({ view }: RecordView, standing: ShownStanding, act: TreatyAct): string {
  if (standing === 'party') return sinceDay(view, act);
  return act.date_is === 'by' ? actDay(view, act) : saidDay(view, 'on', act.date);
}

/** Nothing where no day is recorded on which the withdrawal takes effect. */
function boundUntil({ view, on }: RecordView, state: Pick<StateRecord, 'acts'>): string[] {
  const due = actDue(state, 'rome-statute', on);
  return due ? [view.t('states.summary.statute.until', { day: saidDay(view, 'until', due.date) })] : [];
}
