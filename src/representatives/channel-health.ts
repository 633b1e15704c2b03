import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { countRefusal, type PauseReason, pauseMailboxOf } from './mailbox-queries.ts';

export { type PauseReason, pauseReasons, pullBackDomains, setHandedOver as noteHandedOver } from './mailbox-queries.ts';

/** A letter was refused; where the mailbox is not there, no other is sent to it, whoever's it is, until somebody has looked. */
export async function noteRefused(
  queries: Queries,
  channelId: string,
  pause: PauseReason | undefined,
  now: Date,
): Promise<void> {
  await countRefusal(queries, channelId);
  if (pause) await pauseChannel(queries, channelId, pause, now);
}

/**
 * Sends nothing more to a mailbox until somebody has looked; one that is paused already, for instance because its office asked, stays
 * as it is.
 */
export async function pauseChannel(
  queries: Queries,
  channelId: string,
  because: PauseReason,
  now: Date,
): Promise<void> {
  await pauseMailboxOf(queries, channelId, because, now);
  await dropPages(queries, ['representatives'], 'refresh');
}
