import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';

/** A letter was handed over to a channel's mailbox: it works. Written down once a minute at most, because the day is all that is asked of it. */
export async function noteHandedOver(queries: Queries, channelId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - 60_000);
  await queries
    .updateTable('mailboxes')
    .set({ last_handed_over_at: now, refusals: 0 })
    .where('address', '=', mailboxOf(queries, channelId))
    .where((row) =>
      row.or([row('refusals', '>', 0), row('last_handed_over_at', 'is', null), row('last_handed_over_at', '<', stale)]),
    )
    .execute();
}

/** Why no letter goes to a mailbox until somebody has looked. The CHECK constraint of `mailboxes` has the same words. */
export const pauseReasons = ['unknown-mailbox', 'bounced', 'complaint', 'asked-by-office', 'staff'] as const;
/** Those that follow from a mail; the others are somebody's word. */
export type PauseReason = Exclude<(typeof pauseReasons)[number], 'asked-by-office' | 'staff'>;

/** A letter was refused; where the mailbox is not there, no other is sent to it, whoever's it is, until somebody has looked. */
export async function noteRefused(
  queries: Queries,
  channelId: string,
  pause: PauseReason | undefined,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('mailboxes')
    .set((row) => ({ refusals: row('refusals', '+', 1) }))
    .where('address', '=', mailboxOf(queries, channelId))
    .execute();
  if (pause) await pauseChannel(queries, channelId, pause, now);
}

/** Sends nothing more to a mailbox until somebody has looked; one that is paused already, for instance because its office asked, stays as it is. */
export async function pauseChannel(
  queries: Queries,
  channelId: string,
  because: PauseReason,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('mailboxes')
    .set({ paused_at: now, paused_because: because })
    .where('address', '=', mailboxOf(queries, channelId))
    .where('paused_at', 'is', null)
    .execute();
  await dropPages(queries, ['representatives'], 'refresh');
}

function mailboxOf(queries: Queries, channelId: string) {
  return queries.selectFrom('channels').select('mailbox').where('id', '=', channelId);
}
