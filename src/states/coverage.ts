import type { Day } from '../facts/partial-day.ts';
import type { Coverage, TreatyRecord } from './treaty-record.ts';

/**
 * Whether a list is known to be complete on a day, so that a missing row says no. A list that is complete as far as its sources speak stays so
 * afterwards, as known through that day; one whose sources went on without being complete does not.
 */
export function isComplete(record: Pick<TreatyRecord, 'coverage'>, subject: Coverage['subject'], on: Day): boolean {
  const coverage = record.coverage.get(subject);
  if (!coverage?.complete_on) return false;
  return on <= coverage.complete_on || coverage.complete_on >= coverage.known_through;
}

/** The last day for which the sources of a list speak; '' where nothing is said of it. */
export function knownThrough({ coverage }: Pick<TreatyRecord, 'coverage'>, subject: Coverage['subject']): Day {
  return coverage.get(subject)?.known_through ?? '';
}
