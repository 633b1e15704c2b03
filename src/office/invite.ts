import { type Changing, inviteAccount, WrongAccountError } from '../accounts/accounts.ts';
import type { ChangeKind } from '../accounts/changes.ts';
import { askRecovery } from '../accounts/changes.ts';
import { type Change, languagesIn, type TypedCommand } from '../accounts/command.ts';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { enqueue } from '../work/enqueue.ts';

/** The link is made when it is mailed: no job has it. */
export function sendInvitation(trx: Queries, actor: ActorId): Promise<void> {
  return enqueue(trx, 'mail-invitation', { actor });
}

/** `npm run account -- invite`. @throws WrongAccountError naming what is wrong */
export async function inviteByCommand(how: Changing, email: string, typed: TypedCommand): Promise<void> {
  const { name, role, lang } = typed;
  const account = { email, name, role, lang, languages: languagesIn(typed) };
  if ((await inviteAccount(how, account, sendInvitation)) === 'can-sign-in')
    throw new WrongAccountError('whoever has this address can sign in already');
}

/** Their person is told at once, with a link that stops it. */
export function tellChange(trx: Queries, actor: ActorId, kind: ChangeKind): Promise<void> {
  return enqueue(trx, 'mail-coming-change', { actor, kind });
}

/** `npm run account -- recover`. @param hours until it takes effect */
export const recoverByCommand =
  (hours: number): Change =>
  (how, email) =>
    askRecovery(how, email, hours, tellChange);
