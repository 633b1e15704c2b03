import { type Day, isDay } from '../text/partial-day.ts';
import type { World } from './record.ts';

/** The year in which the Statute was adopted: nothing is recorded of earlier days. */
const FIRST: Day = '1998-01-01';

/** The day for which a page is asked. */
export interface RequestedDay {
  readonly on: Day;
  readonly today: Day;
  readonly first: Day;
  /** Nothing is scheduled or foreseen for any later day. */
  readonly last: Day;
  /** What was typed, where that is no day between first and last; `on` is then today. */
  readonly wrong: string | undefined;
}

/** @param typed `?on=`; null: today; @param now today */
export function requestedDay(world: World, typed: string | null, now: Day): RequestedDay {
  const days = { today: now, first: FIRST, last: lastDayForeseen(world, now) };
  if (typed === null || typed === '') return { on: now, ...days, wrong: undefined };
  const known = isDay(typed) && typed >= days.first && typed <= days.last;
  return known ? { on: typed, ...days, wrong: undefined } : { on: now, ...days, wrong: typed };
}

const lasts = new WeakMap<World['docket'], Day>();

function lastDayForeseen({ docket, treaty }: World, now: Day): Day {
  const known =
    lasts.get(docket) ??
    [
      ...docket.scheduled.map(({ date }) => date),
      ...[...treaty.states.values()].flatMap(({ acts }) => acts.map(({ date }) => date)),
    ]
      .filter(isDay)
      .sort()
      .at(-1) ??
    FIRST;
  lasts.set(docket, known);
  return known > now ? known : now;
}
