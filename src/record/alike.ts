import type { Event } from './docket.ts';

/**
 * Events that say the same of several people in a case, told together: one day, one kind, one source, one note. In the order of the
 * first of each.
 */
export function alike(events: readonly Event[]): [Event, ...Event[]][] {
  const groups = Map.groupBy(events, ({ id, date, case: of, person, type, source, standing, public_on, note }) =>
    person === null ? id : JSON.stringify([date, of, type, source, standing, public_on, note]),
  );
  return [...groups.values()] as [Event, ...Event[]][];
}
