import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Drop } from './drop.ts';
import { inNotices, writeTags } from './drop-notice.ts';

export const CHANNEL = 'pages';

/** Longer than any process that can't hear serves what it has kept. */
const REMOVALS_KEPT_DAYS = 3;

/**
 * Drops pages in every process once the surrounding transaction commits.
 * @param how `remove` where something is withdrawn, hidden, erased or taken off a list; `refresh` where it is only said anew
 */
export async function dropPages(queries: Queries, tags: readonly string[], how: Drop): Promise<void> {
  for (const group of inNotices(tags)) await (how === 'remove' ? remove : refresh)(queries, group);
}

async function refresh(queries: Queries, tags: readonly string[] | undefined): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${`refresh ${writeTags(tags)}`})`.execute(queries);
}

/** Written down and announced in one statement: neither happens alone. */
async function remove(queries: Queries, tags: readonly string[] | undefined): Promise<void> {
  await sql`
    WITH removal AS (INSERT INTO page_removals (tags) VALUES (${tags ? [...tags] : null}) RETURNING id)
    SELECT pg_notify(${CHANNEL}, 'remove ' || id || ' ' || ${writeTags(tags)}) FROM removal`.execute(queries);
}

/** Removals that every process has heard of by now, or that it no longer needs to. */
export async function forgetRemovals(queries: Queries, now: Date): Promise<void> {
  const before = new Date(now.getTime() - REMOVALS_KEPT_DAYS * 86_400_000);
  await queries.deleteFrom('page_removals').where('removed_at', '<', before).execute();
}
