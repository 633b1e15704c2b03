import type { View } from '../http/view.ts';
import { saidDay } from '../site/said-day.ts';
import { type Event, knownBy, type Participant } from './docket.ts';
import { participantOn } from './participant-standing.ts';
import { endOf, isFinished, leadingTo } from './proceedings.ts';

type OfPerson = Pick<Participant, 'events'>;

/** The event that brought somebody's proceedings to where they stand; of who is still awaited, the first warrant or summons. */
export function stageEvent(participant: OfPerson, on: string): Event | undefined {
  const stage = participantOn(participant, on)?.proceedings;
  if (!stage) return undefined;
  const known = knownBy(participant.events, on);
  const leading = known.filter(({ type }) => leadingTo[stage].includes(type));
  return endOf(known, stage) ?? leading.at(stage === 'before-appearance' ? 0 : -1);
}

/** Its day as it stands in a row: of which warrant, since when for what goes on, the day alone for what is over. */
export function stageDay(view: View, participant: OfPerson, on: string): string {
  const event = stageEvent(participant, on);
  if (!event) return '';
  const stage = participantOn(participant, on)?.proceedings;
  if (stage === 'before-appearance') {
    const key = event.type === 'summons-issued' ? 'record.row.summons' : 'record.row.warrant';
    return view.t(key, { of: saidDay(view, 'of', event.date) });
  }
  const isOver = stage && (isFinished(stage) || stage === 'warrant-withdrawn' || stage === 'dead-not-ended');
  return isOver ? view.partialDay(event.date) : saidDay(view, 'since', event.date);
}
