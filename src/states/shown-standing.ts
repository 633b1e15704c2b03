import type { Day } from '../text/partial-day.ts';
import { isRecent, lastWhole } from './coverage.ts';
import type { Treaty } from './shapes.ts';
import type { StateRecord, TreatyRecord } from './treaty-record.ts';
import { actsBy, standingOn, treatyStandings } from './treaty-standing.ts';

/** Where a state stands as it is shown, in the order in which tables sort by it. */
export const shownStandings = [
  ...treatyStandings,
  // Amendments are for parties to accept (article 121 of the Statute).
  'parties-only',
  // Neither a member of the United Nations nor a state that has acted on the treaties itself (docs/decisions/0008-who-is-asked.md).
  'outside',
  // Not a party when its list was last known whole, which is long ago.
  'last-known-none',
  // A list that was never known whole says nothing.
  'unknown',
] as const;
export type ShownStanding = (typeof shownStandings)[number];

/** Where a state stands with a treaty on a day, as far as is known. */
export function shownStanding(record: TreatyRecord, state: StateRecord, treaty: Treaty, on: Day): ShownStanding {
  const standing = standingOn(state, treaty, on);
  if (standing !== 'none') return standing;
  if (!isOpenTo(state, treaty, on)) return 'parties-only';
  const whole = lastWhole(record, treaty);
  if (whole === '') return 'unknown';
  if (!takesPart(state, on)) return 'outside';
  return isRecent(whole, on) ? 'none' : 'last-known-none';
}

/** The same by acts that were read in a source or worked out from one: what a headline may say. */
export function checkedStanding(record: TreatyRecord, state: StateRecord, treaty: Treaty, on: Day): ShownStanding {
  const acts = state.acts.filter(({ standing }) => standing !== 'unchecked');
  return shownStanding(record, { ...state, acts }, treaty, on);
}

function isOpenTo(state: StateRecord, treaty: Treaty, on: Day): boolean {
  if (!treaty.startsWith('amendment')) return true;
  return ['party', 'withdrawing', 'joining'].includes(standingOn(state, 'rome-statute', on));
}

/** Whether a state can be told to join: a member of the United Nations, or one that has signed, joined or declared something by a day. */
export function takesPart(state: Pick<StateRecord, 'member' | 'acts'>, on: Day): boolean {
  return state.member || actsBy(state, 'rome-statute', on).length > 0;
}
