import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { seal, unseal } from '../sealing/sealing.ts';
import { readMailbox } from '../text/mailbox.ts';
import { lockAccounts } from './account-queries.ts';
import { accountOfKey, accountToChange, type Changing, mailboxKey, WrongAccountError } from './accounts.ts';
import {
  type ChangeKind,
  type ChangeRow,
  deleteChange,
  putChange,
  selectChanges,
  selectConfirmable,
  selectStoppable,
  setAddress,
  setConfirmed,
  setConfirmHash,
  setStopHash,
  takeDueChanges,
} from './change-queries.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { SessionRow } from './sessions.ts';

export type { ChangeKind, ChangeRow } from './change-queries.ts';
export { changeKinds } from './change-queries.ts';

/** Hours after which codes go to another address. */
const ADDRESS_HOURS = 24;

type Tell = (trx: Queries, actor: ActorId, kind: ChangeKind) => Promise<void>;
type Own = Pick<SessionRow, 'actor_id'>;
type Holding = { readonly database: Database; readonly keys: Keys };

/**
 * Asks that somebody else may set up anew what they sign in with, once a delay has passed in which they can stop it.
 * @param whose an address, or the id of an account @param tell called in the same transaction
 * @throws WrongAccountError also for one's own, and for whoever has nothing to recover
 */
export async function askRecovery(
  { database, keys, by }: Changing,
  whose: string,
  hours: number,
  tell: Tell,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const { actor_id, can_sign_in } = await accountToChange(trx, keys, whose, by);
    if (!can_sign_in)
      throw new WrongAccountError('they have nothing to sign in with yet: “invite” them again', 'waiting');
    await putChange(trx, { actor_id, kind: 'recovery', hours, mailbox: null, address_sealed: null });
    await writeAudit(trx, { by, operation: 'accounts.ask-recovery', item: ['account', actor_id], after: { hours } });
    await tell(trx, actor_id, 'recovery');
  });
}

/**
 * Asks that one's own codes and mails go to another address, a day later, once a link that is mailed there was opened.
 * @returns why not: it is no address, or somebody has an account with it, perhaps they themselves
 */
export async function askNewAddress(
  { database, keys }: Holding,
  { actor_id }: Own,
  typed: string,
  tell: Tell,
): Promise<'asked' | 'wrong' | 'taken'> {
  const mailbox = readMailbox(typed);
  if (!mailbox) return 'wrong';
  const key = mailboxKey(keys, mailbox);
  return database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    if (await accountOfKey(trx, key)) return 'taken';
    const address_sealed = seal(keys, 'account_changes.address_sealed', [actor_id, 'address'], mailbox.address);
    await putChange(trx, { actor_id, kind: 'address', hours: ADDRESS_HOURS, mailbox: key, address_sealed });
    await writeAudit(trx, { by: actor_id, operation: 'accounts.ask-address', item: ['account', actor_id] });
    await tell(trx, actor_id, 'address');
    return 'asked';
  });
}

/** What of somebody's account changes soon. */
export function changesOf(queries: Queries, actor: ActorId): Promise<ChangeRow[]> {
  return selectChanges(queries, actor);
}

/** The address to which codes are to go, as it was typed. */
export function newAddressOf({ keys }: { readonly keys: Keys }, { actor_id, address_sealed }: ChangeRow): string {
  const sealed = address_sealed ?? Buffer.of();
  return unseal(keys, 'account_changes.address_sealed', [actor_id, 'address'], sealed);
}

/** A link by which a change is stopped, in the place of any before it; it is made when it is mailed. @returns undefined where it was */
export async function makeStopLink(queries: Queries, actor: ActorId, kind: ChangeKind): Promise<string | undefined> {
  const { token, hash } = newSecret();
  return (await setStopHash(queries, actor, kind, hash)) ? token : undefined;
}

/** A link by which whoever asked says that the new address is theirs; it is made when it is mailed. @returns undefined where they did */
export async function makeConfirmLink(queries: Queries, actor: ActorId): Promise<string | undefined> {
  const { token, hash } = newSecret();
  return (await setConfirmHash(queries, actor, hash)) ? token : undefined;
}

/** What of somebody's own a link would confirm; looking at it confirms nothing. */
export function openConfirmLink(queries: Queries, { actor_id }: Own, token: string): Promise<ChangeRow | undefined> {
  return selectConfirmable(queries, actor_id, hashOf(token));
}

/**
 * Whoever asked for it has the new address too. Nobody else confirms it: who got the mail by a slip of the pen has nothing of the account.
 * @returns false where there is nothing to confirm
 */
export function confirmAddress(database: Database, { actor_id }: Own, token: string): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    if (!(await setConfirmed(trx, actor_id, hashOf(token)))) return false;
    await writeAudit(trx, { by: actor_id, operation: 'accounts.confirm-address', item: ['account', actor_id] });
    return true;
  });
}

/** What a link would stop; looking at it stops nothing. */
export function openStopLink(queries: Queries, token: string): Promise<ChangeRow | undefined> {
  return selectStoppable(queries, hashOf(token));
}

/** Stops what a link was mailed for. @returns false where it has happened, or was stopped before */
export function stopByLink(database: Database, token: string): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    const change = await selectStoppable(trx, hashOf(token));
    return change ? stop(trx, change.actor_id, change.kind) : false;
  });
}

/** The same by whoever is signed in, of what is theirs. */
export function stopOwn(database: Database, { actor_id }: SessionRow, kind: ChangeKind): Promise<boolean> {
  return database.transaction().execute((trx) => stop(trx, actor_id, kind));
}

async function stop(trx: Queries, actor: ActorId, kind: ChangeKind): Promise<boolean> {
  if (!(await deleteChange(trx, actor, kind))) return false;
  await writeAudit(trx, { by: actor, operation: `accounts.stop-${kind}`, item: ['account', actor] });
  return true;
}

/**
 * The duty: does what nobody stopped in time.
 * @param recover called in the same transaction, for whoever may set up anew what they sign in with
 * @returns how many there were
 */
export function settleChanges(
  { database, keys }: Holding,
  recover: (trx: Queries, actor: ActorId) => Promise<void>,
): Promise<number> {
  return database.transaction().execute(async (trx) => {
    const due = await takeDueChanges(trx);
    if (due.length === 0) return 0;
    await lockAccounts(trx);
    for (const change of due) {
      if (change.kind === 'recovery') await recover(trx, change.actor_id);
      else await moveTo(trx, keys, change);
      await deleteChange(trx, change.actor_id, change.kind);
    }
    return due.length;
  });
}

/** Nothing happens where somebody came to have the address meanwhile. */
async function moveTo(trx: Queries, keys: Keys, change: ChangeRow): Promise<void> {
  const { actor_id, mailbox } = change;
  if (!mailbox || (await accountOfKey(trx, mailbox))) return;
  const sealed = seal(keys, 'accounts.address_sealed', [actor_id], newAddressOf({ keys }, change));
  await setAddress(trx, actor_id, mailbox, sealed);
  await writeAudit(trx, { by: actor_id, operation: 'accounts.change-address', item: ['account', actor_id] });
}
