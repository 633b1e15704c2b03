import { dayAround, dayIn, type TimeZone } from './time-zone.ts';

/** A day as precise as its source: '2007', '2007-10' or '2007-10-02'. */
export type PartialDay = string;
/** 'YYYY-MM-DD'. Days of this form are in order when their texts are. */
export type Day = string;

const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Whether a text is a day, a month or a year that exists (30 February does not). */
export function isPartialDay(text: string): text is PartialDay {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [, year, month = '01', day = '01'] = parts;
  return isDay(`${year}-${month}-${day}`);
}

/** Whether a text is a day of the calendar from 1900 to 2199, written YYYY-MM-DD: no other is meant here, and the database takes none. */
export function isDay(text: string): text is Day {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The first day that a partial day may mean; a fact counts from it on. */
export function firstDay(day: PartialDay): Day {
  return day.length === 10 ? day : `${day}-01-01`.slice(0, 10);
}

/** The last day that a partial day may mean. */
export function lastDay(day: PartialDay): Day {
  if (day.length === 10) return day;
  if (day.length === 4) return `${day}-12-31`;
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** @param days may be negative */
export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Around {
  readonly day: Day;
  readonly begin: number;
  readonly end: number;
}

const lastDays = new Map<TimeZone, Around>();

/**
 * Today where the organisation is: pages are the same for readers everywhere. Asked for all the time, so that it is worked out once a
 * day.
 */
export function today(zone: TimeZone, now = new Date()): Day {
  const [at, known] = [now.getTime(), lastDays.get(zone)];
  if (known && at >= known.begin && at < known.end) return known.day;
  const around = { day: dayIn(zone, now), ...dayAround(zone, now) };
  lastDays.set(zone, around);
  return around.day;
}

/** The same day so many months before, or the last of a shorter month. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const then = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
  const last = lastDay(then);
  const same = `${then}${day.slice(7)}`;
  return same < last ? same : last;
}
