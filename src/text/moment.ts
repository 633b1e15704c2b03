import { type Day, isDay } from './partial-day.ts';

/**
 * RFC 3339 section 5.6: hours to 23, minutes to 59, seconds to 60 (a leap second); an offset is no more than 14 hours anywhere. Hours may
 * stand alone, as ISO 8601 and Popolo's schemas have it.
 */
const MOMENT =
  /^(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3])(?::[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?)?(Z|[+-][\d:]{2,5})?$/i;
const OFFSET = /^(?:Z|[+-](?:(?:0\d|1[0-3])(?::?[0-5]\d)?|14(?::?00)?))$/i;
/** Longer than any moment is written. */
const LONGEST = 40;

/** The day of a moment as it is written, whatever its offset; undefined where there is no such day, hour or offset. */
export function dayOfMoment(text: string): Day | undefined {
  return partsOf(text)?.day;
}

/** What is planned or happens here is of no year before (migration 063). */
const FIRST = Date.parse('2000-01-01T00:00Z');

/**
 * A moment from 2000 on that says its offset; undefined for any other, and for one that there is not: `Date` takes 30 February for 1 March.
 */
export function readMoment(text: string): Date | undefined {
  const at = partsOf(text)?.offset === undefined ? undefined : new Date(text);
  return at && at.getTime() >= FIRST ? at : undefined;
}

function partsOf(text: string): { day: Day; offset: string | undefined } | undefined {
  const [, day = '', offset] = (text.length <= LONGEST && MOMENT.exec(text)) || [];
  return isDay(day) && (offset === undefined || OFFSET.test(offset)) ? { day, offset } : undefined;
}
