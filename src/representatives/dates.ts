import { dayOfMoment } from '../text/moment.ts';
import { type Day, firstDay, isPartialDay, lastDay, type PartialDay } from '../text/partial-day.ts';
import { InvalidEntryError } from './bad-row.ts';
import type { Entry, Mandate } from './entry.ts';

/** Dates in files are short; a longer text is none, and is not looked at. */
const LONGEST = 40;
const WITH_SLASHES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A date as precise as it was given ('2024', '2024-05', '2024-05-17'); of a moment its day. @throws InvalidEntryError */
export function partialDate(text: string | null | undefined): PartialDay | null {
  const given = text?.slice(0, LONGEST + 1).trim();
  if (!given) return null;
  const day = dayOfMoment(given) ?? given;
  if (given.length <= LONGEST && isPartialDay(day)) return day;
  throw new InvalidEntryError(`not a date: ${given.slice(0, 30)}${hint(given)}`);
}

/** What to write instead; where day and month can't be told apart, both ways. */
function hint(given: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(given))
    return given.length > 10 ? ' (there is no such day or time)' : ' (there is no such day)';
  const [, first = '', second = '', year = ''] = WITH_SLASHES.exec(given) ?? [];
  const meant = [
    `${year}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`,
    `${year}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`,
  ];
  const days = [...new Set(meant)].filter(isPartialDay);
  return days.length === 0
    ? '; write it as 2024-05-17, 2024-05 or 2024'
    : `; write it as ${days.join(', or as ')}${days.length > 1 ? ', whichever is meant' : ''}`;
}

type Period = Pick<Mandate, 'started_on' | 'ended_on'>;

/** A term from its first day to its last, each as precise as known. @throws InvalidEntryError for one that ends before it begins */
export function periodFrom(started_on: PartialDay | null, ended_on: PartialDay | null): Period {
  if (started_on !== null && ended_on !== null && lastDay(ended_on) < firstDay(started_on))
    throw new InvalidEntryError(`ends (${ended_on}) before it begins (${started_on}); look which of the two is meant`);
  return { started_on, ended_on };
}

/** Whether a term has begun on a day: dates less precise than a day begin with their first. */
function hasBegun({ started_on }: Period, day: Day): boolean {
  return started_on === null || firstDay(started_on) <= day;
}

/** Whether a term is over on a day: dates less precise than a day count to their last. */
export function isOver({ ended_on }: Pick<Period, 'ended_on'>, day: Day): boolean {
  return ended_on !== null && lastDay(ended_on) < day;
}

/** Whether a term goes on at a day. */
export function goesOn(period: Period, day: Day): boolean {
  return hasBegun(period, day) && !isOver(period, day);
}

/** Where somebody stands on a day: in office, not yet, or no more, and since when. */
export function inOffice(
  mandates: readonly Mandate[],
  died: PartialDay | null,
  day: Day,
): Pick<Entry, 'endedOn' | 'beginsOn'> {
  if (died !== null) return { endedOn: died, beginsOn: null };
  if (mandates.some(({ current }) => current)) return { endedOn: null, beginsOn: null };
  const [beginsOn] = mandates
    .filter((mandate) => !hasBegun(mandate, day) && !isOver(mandate, day))
    .map(({ started_on }) => firstDay(started_on ?? day))
    .sort();
  return beginsOn === undefined ? { endedOn: lastOf(mandates) ?? day, beginsOn: null } : { endedOn: null, beginsOn };
}

function lastOf(mandates: readonly Mandate[]): PartialDay | null {
  return mandates.reduce<PartialDay | null>(
    (last, { ended_on }) => (ended_on !== null && (last === null || ended_on > last) ? ended_on : last),
    null,
  );
}
