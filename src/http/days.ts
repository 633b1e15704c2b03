import { beginningOf, dayIn, endOf, type TimeZone } from '../config/time-zone.ts';

/** A day of the organisation's calendar. */
export interface CalendarDay {
  /** 'YYYY-MM-DD'. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly begins: number;
  readonly ends: number;
}

let zone: TimeZone = 'UTC';
let last: CalendarDay | undefined;

/** Says in which zone the days of pages begin and end. */
export function setDays(of: TimeZone): void {
  zone = of;
  last = undefined;
}

/** @param moment milliseconds since the epoch */
export function dayAt(moment: number): CalendarDay {
  if (last && last.begins <= moment && moment < last.ends) return last;
  const name = dayIn(zone, new Date(moment));
  last = { name, begins: beginningOf(zone, name).getTime(), ends: endOf(zone, name).getTime() };
  return last;
}
