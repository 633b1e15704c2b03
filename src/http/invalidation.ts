import type { Queries } from '../database/database.ts';
import type { Drop } from './drop.ts';
import { inNotices, writeTags } from './drop-notice.ts';
import { deleteRemovals, insertRemoval, notifyRefresh } from './invalidation-queries.ts';

/** Longer than any process that can't hear serves what it has kept. */
const REMOVALS_KEPT_DAYS = 3;

/**
 * Drops pages in every process once the surrounding transaction commits.
 * @param how `remove` where something is withdrawn, hidden, erased or taken off a list; `refresh` where it is only said anew
 */
export async function dropPages(queries: Queries, tags: readonly string[], how: Drop): Promise<void> {
  for (const group of inNotices(tags)) await (how === 'remove' ? remove : refresh)(queries, group);
}

function refresh(queries: Queries, tags: readonly string[] | undefined): Promise<void> {
  return notifyRefresh(queries, writeTags(tags));
}

function remove(queries: Queries, tags: readonly string[] | undefined): Promise<void> {
  return insertRemoval(queries, tags ?? null, writeTags(tags));
}

/** Removals that every process has heard of by now, or that it no longer needs to. */
export async function forgetRemovals(queries: Queries, now: Date): Promise<void> {
  const before = new Date(now.getTime() - REMOVALS_KEPT_DAYS * 86_400_000);
  await deleteRemovals(queries, before);
}
