import type { ActorId } from '../actors/actors.ts';
import { isActorName } from '../actors/at-the-machine.ts';
import { insertStaff, isNameTaken, isStaff, makePseudonymous } from '../actors/staff.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { seal, supporterKey } from '../sealing/sealing.ts';
import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import {
  type AccountRow,
  deleteRemovedBefore,
  insertAccount,
  lockAccounts,
  markRemoved,
  selectAccounts,
  updateRole,
} from './account-queries.ts';
import { REMOVED_ACCOUNT_DAYS } from './retention.ts';
import { isRole, mayDo, type Role, roles } from './roles.ts';

/** What was typed of an account can't be done; the message says what can. */
export class WrongAccountError extends Error {
  override readonly name = 'WrongAccountError';
}

/** What changing accounts needs, and who does it. */
export interface Changing {
  readonly database: Database;
  readonly keys: Keys;
  readonly by: ActorId;
}

/** What was typed of a new account. */
export interface TypedAccount {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}

/**
 * Gives somebody an account: from then on they are an actor of their own.
 * @throws WrongAccountError naming what is wrong
 */
export async function addAccount({ database, keys, by }: Changing, typed: TypedAccount): Promise<void> {
  const mailbox = readAddress(typed.email);
  const [name, role] = [readName(typed.name), readRole(typed.role)];
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    await refuseWhoMayNot(trx, by);
    if (await findAccount(trx, keys, mailbox)) throw new WrongAccountError('whoever has this address has an account');
    if (await isNameTaken(trx, name)) throw new WrongAccountError(`--name: “${name}” is taken, also by who signed so`);
    const actor_id = await insertStaff(trx, name);
    const address_sealed = seal(keys, 'accounts.address_sealed', [actor_id], mailbox.address);
    await insertAccount(trx, { actor_id, mailbox: mailboxKey(keys, mailbox), address_sealed, role, added_by: by });
    await writeAudit(trx, { by, operation: 'accounts.add', item: ['account', actor_id], after: { role } });
  });
}

/**
 * Gives an account another role.
 * @throws WrongAccountError also for one's own, and for the last administrator
 */
export async function changeRole({ database, keys, by }: Changing, email: string, typed?: string): Promise<void> {
  const role = readRole(typed);
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const account = await accountToChange(trx, keys, email, by);
    if (role === account.role) return;
    if (role !== 'administrator') await refuseLastAdministrator(trx, account);
    await updateRole(trx, account.actor_id, role);
    await writeAudit(trx, {
      ...{ by, operation: 'accounts.change-role', item: ['account', account.actor_id] },
      ...{ before: { role: account.role }, after: { role } },
    });
  });
}

/**
 * Ends an account at once. What its person decided stays decided by the same actor, under a name that says nothing of who they were.
 * @throws WrongAccountError also for one's own, and for the last administrator
 */
export async function removeAccount({ database, keys, by }: Changing, email: string): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const account = await accountToChange(trx, keys, email, by);
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
  keys: Pick<Keys, 'finding'>,
  mailbox: Mailbox,
): Promise<AccountRow | undefined> {
  const [account] = await selectAccounts(queries, mailboxKey(keys, mailbox));
  return account;
}

/** The duty. @returns how many went */
export function forgetRemovedAccounts(queries: Queries, now: Date): Promise<number> {
  return deleteRemovedBefore(queries, daysBefore(now, REMOVED_ACCOUNT_DAYS));
}

/** No address has a blank in it: this is the key of no supporter, also where somebody is both. */
function mailboxKey(keys: Pick<Keys, 'finding'>, { comparable }: Mailbox): Buffer {
  return supporterKey(keys, `account of ${comparable}`);
}

/** Once more where nobody else changes accounts: whoever gave the command may have lost their own meanwhile. */
async function refuseWhoMayNot(trx: Queries, by: ActorId): Promise<void> {
  if (!(await isStaff(trx, by))) return;
  const own = (await selectAccounts(trx)).find(({ actor_id }) => actor_id === by);
  if (!own || !mayDo(own.role, 'accounts.change'))
    throw new WrongAccountError('whoever does this may not change accounts');
}

async function accountToChange(trx: Queries, keys: Keys, email: string, by: ActorId): Promise<AccountRow> {
  await refuseWhoMayNot(trx, by);
  const account = await findAccount(trx, keys, readAddress(email));
  if (!account) throw new WrongAccountError('nobody with this address has an account: “list” shows who has');
  if (account.actor_id === by)
    throw new WrongAccountError('nobody changes their own account: another administrator does');
  return account;
}

async function refuseLastAdministrator(trx: Queries, { role }: AccountRow): Promise<void> {
  if (role !== 'administrator') return;
  const administrators = (await selectAccounts(trx)).filter((one) => one.role === 'administrator');
  if (administrators.length === 1)
    throw new WrongAccountError('this is the last administrator: make somebody else one first');
}

/** @throws WrongAccountError */
export function readAddress(typed: string): Mailbox {
  const mailbox = readMailbox(typed);
  if (!mailbox) throw new WrongAccountError('EMAIL: one e-mail address, like desk@justice.example');
  return mailbox;
}

function readName(typed = ''): string {
  const name = typed.trim();
  if (!isActorName(name))
    throw new WrongAccountError('--name: as colleagues know them, 1 to 120 characters in one line');
  return name;
}

function readRole(typed?: string): Role {
  if (!isRole(typed)) throw new WrongAccountError(`--role: one of ${roles.join(', ')}`);
  return typed;
}
