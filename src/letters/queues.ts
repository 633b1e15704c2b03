import { sql } from 'kysely';
import { beginningOf, dayIn, type TimeZone } from '../config/time-zone.ts';
import type { Queries } from '../database/database.ts';

/** Beyond this a writer is told beforehand, and offered to print. */
export const LONGEST_WAIT_DAYS = 7;

/** Makes sure that each channel's mailbox has a queue: the mark by which the delivery loop sees it, and the pace of its office. */
export async function openQueues(queries: Queries, channelIds: readonly string[]): Promise<void> {
  if (channelIds.length === 0) return;
  await sql`SELECT open_queues(array(SELECT DISTINCT mailbox FROM channels WHERE id = ANY(${channelIds}::uuid[]) AND ended_at IS NULL))`.execute(
    queries,
  );
}

/**
 * The day on which a letter that is confirmed now would be handed over, for each channel: those before it to the same mailbox, by its hourly budget.
 * Counted no further than one day beyond the longest wait.
 * @returns 'YYYY-MM-DD' by channel; an address that is paused, or whose domain is, has none
 */
export async function expectedDays(
  queries: Queries,
  channelIds: readonly string[],
  now: Date,
  zone: TimeZone,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; hourly_budget: number; before: number }>`
    SELECT c.id, m.hourly_budget, (SELECT count(*) FROM (
        SELECT 1 FROM channels s JOIN letters l ON l.channel_id = s.id AND l.state = 'waiting' WHERE s.mailbox = c.mailbox
        LIMIT m.hourly_budget::bigint * 24 * ${LONGEST_WAIT_DAYS + 1}::int) w) AS before
    FROM channels c JOIN mailboxes m ON m.address = c.mailbox LEFT JOIN receiving_domains d ON d.domain = m.domain
    WHERE c.id = ANY(${channelIds}::uuid[]) AND m.paused_at IS NULL AND d.paused_at IS NULL`.execute(queries);
  return new Map(rows.map(({ id, hourly_budget, before }) => [id, dayAfter(now, before / hourly_budget, zone)]));
}

function dayAfter(now: Date, hours: number, zone: TimeZone): string {
  return dayIn(zone, new Date(now.getTime() + hours * 3_600_000));
}

/** Whether a letter of that day waits longer than we promise. */
export function waitsLong(day: string, now: Date, zone: TimeZone): boolean {
  return beginningOf(zone, day).getTime() - now.getTime() > LONGEST_WAIT_DAYS * 86_400_000;
}
