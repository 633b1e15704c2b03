import { markAction } from '../campaigns/tally.ts';
import type { Queries } from '../database/database.ts';
import { eraseReturned } from '../mail/returned-mails.ts';
import { deleteActions, returnPathsOf, selectCounted } from './erase-queries.ts';

export { deleteSupporter } from './erase-queries.ts';

/**
 * Erases all actions of somebody, who is counted no longer, and what came back to mails about them; the caller holds the
 * supporter's row.
 */
export async function eraseActions(trx: Queries, key: Buffer): Promise<void> {
  for (const counted of await selectCounted(trx, key)) await markAction(trx, { ...counted, people: -1, letters: 0 });
  await eraseReturned(trx, await returnPathsOf(trx, key));
  await deleteActions(trx, key);
}
