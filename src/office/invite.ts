import { type Changing, inviteAccount, WrongAccountError } from '../accounts/accounts.ts';
import type { TypedCommand } from '../accounts/command.ts';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { enqueue } from '../work/enqueue.ts';

/** The link is made when it is mailed: no job has it. */
export function sendInvitation(trx: Queries, actor: ActorId): Promise<void> {
  return enqueue(trx, 'mail-invitation', { actor });
}

/** `npm run account -- invite`. @throws WrongAccountError naming what is wrong */
export async function inviteByCommand(how: Changing, email: string, { name, role, lang }: TypedCommand): Promise<void> {
  if ((await inviteAccount(how, { email, name, role, lang }, sendInvitation)) === 'can-sign-in')
    throw new WrongAccountError('whoever has this address can sign in already');
}
