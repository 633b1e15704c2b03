import type { ActorId } from '../actors/actors.ts';
import { daysBefore } from '../database/batches.ts';
import type { Queries } from '../database/database.ts';
import { deleteOpenedBefore, noteOpened, selectOpenedBy } from './opened-page-queries.ts';
import { OPENED_PAGE_DAYS } from './retention.ts';

/** Notes that somebody has a form open, and tells who else does: whoever opened it, or whose browser asked, within two minutes. */
export function othersAt(queries: Queries, actor: ActorId, path: string): Promise<string[]> {
  return noteOpened(queries, actor, path);
}

/** What somebody had open lately. */
export function openedBy(queries: Queries, actor: ActorId): Promise<{ path: string; seenAt: Date }[]> {
  return selectOpenedBy(queries, actor);
}

/** The duty. @returns how many went */
export function forgetOpenedPages(queries: Queries, now: Date): Promise<number> {
  return deleteOpenedBefore(queries, daysBefore(now, OPENED_PAGE_DAYS));
}
