import { markAction } from '../campaigns/tally.ts';
import type { Queries } from '../database/database.ts';
import { eraseReturned } from '../mail/returned-mails.ts';
import { confirmedOnce, deleteActions, returnPathsOf, selectCounted } from './erase-queries.ts';
import { type Erasing, leaveErased } from './erased-actions.ts';
import type { HangsOnActions } from './hangs-on-actions.ts';

export { deleteSupporter } from './erase-queries.ts';

/**
 * Erases all actions of somebody, who is counted no longer, and what came back to mails about them; the caller holds the
 * supporter's row. Their links tell for a while what had been sent.
 */
export async function eraseActions(
  trx: Queries,
  key: Buffer,
  rooms: readonly HangsOnActions[],
  erasing: Erasing,
): Promise<void> {
  await leaveErased(trx, rooms, await confirmedOnce(trx, key), erasing);
  for (const counted of await selectCounted(trx, key)) await markAction(trx, { ...counted, people: -1, letters: 0 });
  await eraseReturned(trx, await returnPathsOf(trx, key));
  await deleteActions(trx, key);
}
