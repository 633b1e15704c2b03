import type { ActorId } from '../actors/actors.ts';
import { isStaff } from '../actors/staff.ts';
import type { Queries } from '../database/database.ts';
import { accountOfActor } from './accounts.ts';
import { type Deed, type Item, mayDo } from './roles.ts';

/** Who is named has no account, or not the role for what they want to do. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}

/**
 * Once more in the transaction that does it, where what it is done to is known; whoever asked may have lost their account meanwhile. The
 * operator at the machine may do anything, and so does the program.
 * @throws NotAllowedError where one of the items is beyond what the account may do
 */
export async function refuseUnlessMay(
  trx: Queries,
  by: ActorId,
  wanted: readonly { readonly deed: Deed; readonly item?: Item }[],
): Promise<void> {
  if (!(await isStaff(trx, by))) return;
  const account = await accountOfActor(trx, by);
  if (!account) throw new NotAllowedError('whoever does this has no account any more');
  const refused = wanted.find(({ deed, item }) => !mayDo(account, deed, item));
  if (refused) throw new NotAllowedError(`the role ${account.role} may not do this (${said(refused)})`);
}

function said({ deed, item }: { readonly deed: Deed; readonly item?: Item }): string {
  const of = [item?.lang, item?.state].filter(Boolean);
  return of.length > 0 ? `${deed}: ${of.join(', ')}` : deed;
}
