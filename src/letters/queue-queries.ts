import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Makes sure that each channel's mailbox has a queue: the mark by which the delivery loop sees it, and the pace of its office. */
export async function openQueues(queries: Queries, channelIds: readonly string[]): Promise<void> {
  if (channelIds.length === 0) return;
  await sql`SELECT open_queues(array(SELECT DISTINCT mailbox FROM channels
    WHERE id = ANY(${channelIds}::uuid[]) AND ended_at IS NULL))`.execute(queries);
}

/**
 * For each channel how many letters wait before one that is confirmed now, and how many an hour its mailbox gets. None for what is
 * paused.
 */
export async function selectBefore(
  queries: Queries,
  channelIds: readonly string[],
  longestDays: number,
): Promise<{ id: string; hourly_budget: number; before: number }[]> {
  const { rows } = await sql<{ id: string; hourly_budget: number; before: number }>`
    SELECT c.id, m.hourly_budget, (SELECT count(*) FROM (
        SELECT 1 FROM channels s JOIN letters l ON l.channel_id = s.id AND l.state = 'waiting' WHERE s.mailbox = c.mailbox
        LIMIT m.hourly_budget::bigint * 24 * ${longestDays}::int) w) AS before
    FROM channels c JOIN mailboxes m ON m.address = c.mailbox LEFT JOIN receiving_domains d ON d.domain = m.domain
    WHERE c.id = ANY(${channelIds}::uuid[]) AND m.paused_at IS NULL AND d.paused_at IS NULL`.execute(queries);
  return rows;
}
