import type { ActorId } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import type { KeySettings } from '../config/key-file.ts';
import type { Database } from '../database/database.ts';
import { keysInUse } from '../sealing/keys-in-use.ts';
import { findAccount, readAddress } from './accounts.ts';
import { NotAllowedError } from './may.ts';
import { type Deed, mayEver } from './roles.ts';

/** The options of every command that changes something. */
export const whoOptions = { by: { type: 'string' }, as: { type: 'string' } } as const;

/** Whom a command line names. */
export interface Named {
  /** Whatever they call themselves. */
  readonly by?: string | undefined;
  /** The address of an account. */
  readonly as?: string | undefined;
}

/**
 * The actor of the command line: the account that is named, if its role may do this to anything; else the operator at the machine, who may
 * do anything.
 * It is no proof of who types: whoever has a terminal here has the database.
 * @throws NotAllowedError
 */
export async function whoDoes(
  { settings, database }: { readonly settings: KeySettings; readonly database: Database },
  { by, as }: Named,
  deed: Deed,
): Promise<ActorId> {
  if (as === undefined) return operatorAt(database, by);
  if (by !== undefined) throw new NotAllowedError('--as, --by: say one of them');
  const account = await findAccount(database, await keysInUse(settings, database, { make: false }), readAddress(as));
  if (!account) throw new NotAllowedError('--as: nobody with this address has an account');
  if (!mayEver(account.role, deed))
    throw new NotAllowedError(`--as: the role ${account.role} may not do this (${deed})`);
  return account.actor_id;
}
