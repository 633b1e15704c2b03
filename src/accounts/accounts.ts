import type { ActorId } from '../actors/actors.ts';
import { insertStaff, isNameTaken, isStaff, makePseudonymous } from '../actors/staff.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { isId } from '../database/is-id.ts';
import { seal, supporterKey } from '../sealing/sealing.ts';
import type { Mailbox } from '../text/mailbox.ts';
import {
  type AccountRow,
  deleteRemovedBefore,
  insertAccount,
  lockAccounts,
  markRemoved,
  selectAccounts,
  updateRole,
} from './account-queries.ts';
import { nameToCome } from './called.ts';
import { REMOVED_ACCOUNT_DAYS } from './retention.ts';
import { mayDo } from './roles.ts';
import { deleteSessions } from './session-queries.ts';
import {
  type ReadAccount,
  readAccount,
  readAddress,
  readLanguages,
  readName,
  readRole,
  type TypedAccount,
  WrongAccountError,
} from './typed-account.ts';

export type { AccountRow } from './account-queries.ts';
export { readAddress, WrongAccountError } from './typed-account.ts';

/** What changing accounts needs, and who does it. */
export interface Changing {
  readonly database: Database;
  readonly keys: Keys;
  readonly by: ActorId;
}

/**
 * Gives somebody an account: from then on they are an actor of their own.
 * @throws WrongAccountError naming what is wrong
 */
export async function addAccount({ database, keys, by }: Changing, typed: TypedAccount): Promise<void> {
  const account = readAccount({ ...typed, name: readName(typed.name) });
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    await refuseWhoMayNot(trx, by);
    if (await findAccount(trx, keys, account.mailbox))
      throw new WrongAccountError('whoever has this address has an account');
    await addWithin(trx, { keys, by }, account);
  });
}

/**
 * Gives somebody an account, or finds the one that has nothing to sign in with yet, to be told how they come in.
 * @param tell called in the same transaction
 * @throws WrongAccountError naming what is wrong
 */
export async function inviteAccount(
  { database, keys, by }: Changing,
  typed: TypedAccount,
  tell: (trx: Queries, actor: ActorId) => Promise<void>,
): Promise<'invited' | 'can-sign-in'> {
  const mailbox = readAddress(typed.email);
  return database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    await refuseWhoMayNot(trx, by);
    const known = await findAccount(trx, keys, mailbox);
    if (known?.can_sign_in) return 'can-sign-in';
    // They say themselves what they are called.
    const name = typed.name === undefined ? nameToCome() : readName(typed.name);
    const actor = known?.actor_id ?? (await addWithin(trx, { keys, by }, readAccount({ ...typed, name })));
    await writeAudit(trx, { by, operation: 'accounts.invite', item: ['account', actor] });
    await tell(trx, actor);
    return 'invited';
  });
}

/**
 * Tells somebody once more how they come in who has nothing to sign in with yet.
 * @param whose an address, or the id of an account @param tell called in the same transaction
 * @throws WrongAccountError also for whoever can sign in
 */
export async function askInAgain(
  { database, keys, by }: Changing,
  whose: string,
  tell: (trx: Queries, actor: ActorId) => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const { actor_id, can_sign_in } = await accountToChange(trx, keys, whose, by);
    if (can_sign_in) throw new WrongAccountError('whoever has this address can sign in already', 'known');
    await writeAudit(trx, { by, operation: 'accounts.invite', item: ['account', actor_id] });
    await tell(trx, actor_id);
  });
}

async function addWithin(
  trx: Queries,
  { keys, by }: Omit<Changing, 'database'>,
  { mailbox, name, role, lang, languages }: ReadAccount,
): Promise<ActorId> {
  if (await isNameTaken(trx, name)) throw new WrongAccountError(`--name: “${name}” is taken, also by who signed so`);
  const actor_id = await insertStaff(trx, name);
  const address_sealed = seal(keys, 'accounts.address_sealed', [actor_id], mailbox.address);
  const given = { role, lang, languages, added_by: by };
  await insertAccount(trx, { actor_id, mailbox: mailboxKey(keys, mailbox), address_sealed, ...given });
  await writeAudit(trx, { by, operation: 'accounts.add', item: ['account', actor_id], after: saidOf(given) });
  return actor_id;
}

/** What the audit says of a role: with its languages, where it has some. */
function saidOf({ role, languages }: Pick<AccountRow, 'role' | 'languages'>) {
  return languages.length > 0 ? { role, languages } : { role };
}

/**
 * Gives an account another role, or other languages.
 * @param whose an address, or the id of an account
 * @throws WrongAccountError also for one's own, and for the last administrator
 */
export async function changeRole(
  { database, keys, by }: Changing,
  whose: string,
  typed?: string,
  typedLanguages: readonly string[] = [],
): Promise<void> {
  const role = readRole(typed);
  const languages = readLanguages(role, typedLanguages);
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const account = await accountToChange(trx, keys, whose, by);
    if (role === account.role && languages.join() === account.languages.join()) return;
    if (role !== 'administrator') await refuseLastAdministrator(trx, account);
    await updateRole(trx, account.actor_id, role, languages);
    await writeAudit(trx, {
      ...{ by, operation: 'accounts.change-role', item: ['account', account.actor_id] },
      ...{ before: saidOf(account), after: saidOf({ role, languages }) },
    });
  });
}

/**
 * Ends all of somebody else's sessions: they sign in anew.
 * @param whose an address, or the id of an account
 * @throws WrongAccountError also for one's own
 */
export async function endSessionsOf({ database, keys, by }: Changing, whose: string): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const { actor_id } = await accountToChange(trx, keys, whose, by);
    const ended = await deleteSessions(trx, actor_id, {});
    await writeAudit(trx, { by, operation: 'accounts.end-sessions', item: ['account', actor_id], after: { ended } });
  });
}

/**
 * Ends an account at once. What its person decided stays decided by the same actor, under a name that says nothing of who they were.
 * @param whose an address, or the id of an account
 * @throws WrongAccountError also for one's own, and for the last administrator
 */
export async function removeAccount({ database, keys, by }: Changing, whose: string): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const account = await accountToChange(trx, keys, whose, by);
    await refuseLastAdministrator(trx, account);
    await markRemoved(trx, account.actor_id, by);
    await makePseudonymous(trx, account.actor_id);
    await writeAudit(trx, {
      ...{ by, operation: 'accounts.remove', item: ['account', account.actor_id] },
      before: { role: account.role },
    });
  });
}

/** The account of an address, if it has one now. */
export async function findAccount(
  queries: Queries,
  keys: Pick<Keys, 'lookup'>,
  mailbox: Mailbox,
): Promise<AccountRow | undefined> {
  return accountOfKey(queries, mailboxKey(keys, mailbox));
}

/** The same by what an account is found by. */
export async function accountOfKey(queries: Queries, mailbox: Buffer): Promise<AccountRow | undefined> {
  const [account] = await selectAccounts(queries, mailbox);
  return account;
}

/** The same by whose it is. */
export async function accountOfActor(queries: Queries, actor: ActorId): Promise<AccountRow | undefined> {
  return (await selectAccounts(queries)).find(({ actor_id }) => actor_id === actor);
}

/** Everybody who has an account now, the first first. */
export function allAccounts(queries: Queries): Promise<AccountRow[]> {
  return selectAccounts(queries);
}

/** The duty. @returns how many went */
export function forgetRemovedAccounts(queries: Queries, now: Date): Promise<number> {
  return deleteRemovedBefore(queries, daysBefore(now, REMOVED_ACCOUNT_DAYS));
}

/**
 * No address has a blank in it: this is the key of no supporter, also where somebody is both. A demonstration's accounts are found as any
 * others, at the command line too.
 */
export function mailboxKey({ lookup }: Pick<Keys, 'lookup'>, { comparable }: Mailbox): Buffer {
  return supporterKey({ finding: lookup }, `account of ${comparable}`);
}

/** Once more where nobody else changes accounts: whoever gave the command may have lost their own meanwhile. */
async function refuseWhoMayNot(trx: Queries, by: ActorId): Promise<void> {
  if (!(await isStaff(trx, by))) return;
  const own = (await selectAccounts(trx)).find(({ actor_id }) => actor_id === by);
  if (!own || !mayDo(own, 'accounts.change'))
    throw new WrongAccountError('whoever does this may not change accounts', 'may-not');
}

/** @param whose an address, or the id of an account @throws WrongAccountError also for one's own, and for whoever may not */
export async function accountToChange(trx: Queries, keys: Keys, whose: string, by: ActorId): Promise<AccountRow> {
  await refuseWhoMayNot(trx, by);
  const account = isId(whose)
    ? await accountOfActor(trx, whose as ActorId)
    : await findAccount(trx, keys, readAddress(whose));
  if (!account) throw new WrongAccountError('nobody with this address has an account: “list” shows who has', 'nobody');
  if (account.actor_id === by)
    throw new WrongAccountError('nobody changes their own account: another administrator does', 'own');
  return account;
}

/** @throws WrongAccountError where nobody else could change accounts after that */
export async function refuseLastAdministrator(trx: Queries, { role }: AccountRow): Promise<void> {
  if (role !== 'administrator') return;
  const administrators = (await selectAccounts(trx)).filter((one) => one.role === 'administrator');
  if (administrators.length === 1)
    throw new WrongAccountError('this is the last administrator: make somebody else one first', 'last');
}
