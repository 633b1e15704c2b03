import { type CronMatcher, parseCronItem, type TimestampDigest } from 'graphile-worker';
import type { TimeZone } from '../text/time-zone.ts';

/**
 * When work at set times is due, by the clocks of a zone; the runner itself counts in UTC. What is set to a time that a change of the
 * clocks leaves out is left out that day, and what is set to one that comes twice is due twice.
 * @param pattern crontab syntax
 */
export function dueIn(zone: TimeZone, pattern: string): CronMatcher {
  const { match } = parseCronItem({ task: 'any', match: pattern });
  return (utc) => match(inZone(zone, utc));
}

function inZone(zone: TimeZone, utc: TimestampDigest): TimestampDigest {
  const local = momentOf(utc).toZonedDateTimeISO(zone);
  return { min: local.minute, hour: local.hour, date: local.day, month: local.month, dow: local.dayOfWeek % 7 };
}

/** The runner tells no year: the one in which the moment is nearest to now. */
function momentOf({ month, date, hour, min }: TimestampDigest, now = Date.now()): Temporal.Instant {
  const year = new Date(now).getUTCFullYear();
  const moments = [year - 1, year, year + 1].map((one) => Date.UTC(one, month - 1, date, hour, min));
  const nearest = moments.reduce((best, one) => (Math.abs(one - now) < Math.abs(best - now) ? one : best));
  return Temporal.Instant.fromEpochMilliseconds(nearest);
}
