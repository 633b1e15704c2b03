/** A name of the IANA time zone database, such as 'Africa/Nairobi'. */
export type TimeZone = string;

/** Where nobody says where they are. */
export const WORLD: TimeZone = 'UTC';

/** Whether there is a time zone of this name; a bare offset (+03:00) is none, because it knows no summer time. */
export function isTimeZone(text: string): text is TimeZone {
  try {
    return /^[a-z]/i.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}

/** The day of the calendar in a zone at a moment, as YYYY-MM-DD. */
export function dayIn(zone: TimeZone, moment: Date): string {
  return zoned(zone, moment).toPlainDate().toString();
}

/** When a day, YYYY-MM-DD, begins in a zone: not at midnight where the clocks are put forward then. */
export function beginningOf(zone: TimeZone, day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** When a day, YYYY-MM-DD, is over in a zone. */
export function endOf(zone: TimeZone, day: string): Date {
  return beginningOf(zone, Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}

/** When the day of a zone that a moment belongs to begins and ends, in milliseconds since the epoch. */
export function dayAround(zone: TimeZone, moment: Date): { readonly begin: number; readonly end: number } {
  const day = dayIn(zone, moment);
  return { begin: beginningOf(zone, day).getTime(), end: endOf(zone, day).getTime() };
}

/** The last moment, up to now, at which the clocks of a zone showed this time of day. */
export function lastAt(zone: TimeZone, time: { readonly hour: number; readonly minute: number }, now: Date): Date {
  const today = zoned(zone, now).withPlainTime(time);
  const last = today.epochMilliseconds > now.getTime() ? today.subtract({ days: 1 }).withPlainTime(time) : today;
  return new Date(last.epochMilliseconds);
}

/** A moment to the minute for operators, with its zone: "2026-11-26 00:05 GMT+3". */
export function minuteIn(zone: TimeZone, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(moment);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const at = zoned(zone, moment).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return `${at} ${name}`;
}

function zoned(zone: TimeZone, moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}
