import { type Day, isDay } from './partial-day.ts';

/** RFC 3339 section 5.6: hours to 23, minutes to 59, seconds to 60 (a leap second); an offset is no more than 14 hours anywhere. */
const MOMENT =
  /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?)(Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?$/;
/** Longer than any moment is written. */
const LONGEST = 40;

/** The day of a moment as it is written, whatever its offset; undefined where there is no such day, hour or offset. */
export function dayOfMoment(text: string): Day | undefined {
  const day = text.length <= LONGEST ? MOMENT.exec(text)?.[1] : undefined;
  return day !== undefined && isDay(day) ? day : undefined;
}

/** A moment that says its offset; undefined for any other, and for one that there is not: `Date` takes 30 February for 1 March. */
export function readMoment(text: string): Date | undefined {
  const offset = text.length <= LONGEST ? MOMENT.exec(text)?.[3] : undefined;
  const at = offset !== undefined && dayOfMoment(text) !== undefined ? new Date(text) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}
