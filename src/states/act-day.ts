import type { View } from '../http/view.ts';
import { saidDay } from '../site/said-day.ts';
import { lastWhole } from './coverage.ts';
import type { Treaty } from './shapes.ts';
import type { ShownStanding } from './shown-standing.ts';
import type { TreatyAct, TreatyRecord } from './treaty-record.ts';

type Dated = Pick<TreatyAct, 'date' | 'date_is'>;

/** The day of an act as it is said: `3 June 2006`, or `by January 2022` where its own day was not read. */
export function actDay(view: Pick<View, 't' | 'partialDay'>, { date, date_is }: Dated): string {
  return date_is === 'by' ? saidDay(view, 'by', date) : view.partialDay(date);
}

/** Since when a state stands where it does: `since 3 June 2006`, or `by January 2022`. */
export function sinceDay(view: Pick<View, 't' | 'partialDay'>, act: Dated): string {
  return saidDay(view, act.date_is === 'by' ? 'by' : 'since', act.date);
}

/** A standing in words, with when its list was last checked where that is long ago. */
export function standingWords(
  view: Pick<View, 't' | 'partialDay'>,
  record: TreatyRecord,
  treaty: Treaty,
  standing: ShownStanding,
): string {
  if (standing !== 'last-known-none') return view.t(`states.standing.${standing}`);
  return view.t('states.lastChecked', { when: view.partialDay(lastWhole(record, treaty).slice(0, 7)) });
}
