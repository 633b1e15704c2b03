import type { ActorId } from '../actors/actors.ts';
import { makePseudonymous } from '../actors/staff.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { deleteAccount, lockAccounts } from './account-queries.ts';
import { accountOfActor, refuseLastAdministrator } from './accounts.ts';
import { WrongAccountError } from './typed-account.ts';

/**
 * Ends one's own account and deletes what is held of its person at once (GDPR art. 17), their name, address and ways of signing in. What
 * they decided stays decided by the same actor, under a name that says nothing of who they were.
 * @throws WrongAccountError for the last administrator, and for whoever has no account any more
 */
export async function leave(database: Database, actor: ActorId): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const account = await accountOfActor(trx, actor);
    if (!account) throw new WrongAccountError('this account has been removed meanwhile', 'nobody');
    await refuseLastAdministrator(trx, account);
    await writeAudit(trx, {
      ...{ by: actor, operation: 'accounts.leave', item: ['account', actor] },
      before: { role: account.role },
    });
    await deleteAccount(trx, actor);
    await makePseudonymous(trx, actor);
  });
}
