import type { Queries } from '../database/database.ts';
import { beginningOf, dayIn, type TimeZone } from '../text/time-zone.ts';
import { selectBefore } from './queue-queries.ts';

export { openQueues } from './queue-queries.ts';

/** Beyond this a writer is told beforehand, and offered to print. */
export const LONGEST_WAIT_DAYS = 7;

/**
 * The day on which a letter that is confirmed now would be handed over, for each channel: those before it to the same mailbox, by its
 * hourly budget. Counted no further than one day beyond the longest wait.
 * @returns 'YYYY-MM-DD' by channel; an address that is paused, or whose domain is, has none
 */
export async function expectedDays(
  queries: Queries,
  channelIds: readonly string[],
  now: Date,
  zone: TimeZone,
): Promise<ReadonlyMap<string, string>> {
  const rows = await selectBefore(queries, channelIds, LONGEST_WAIT_DAYS + 1);
  return new Map(rows.map(({ id, hourly_budget, before }) => [id, dayAfter(now, before / hourly_budget, zone)]));
}

function dayAfter(now: Date, hours: number, zone: TimeZone): string {
  return dayIn(zone, new Date(now.getTime() + hours * 3_600_000));
}

/** Whether a letter of that day waits longer than we promise. */
export function waitsLong(day: string, now: Date, zone: TimeZone): boolean {
  return beginningOf(zone, day).getTime() - now.getTime() > LONGEST_WAIT_DAYS * 86_400_000;
}
