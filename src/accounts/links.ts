import type { ActorId } from '../actors/actors.ts';
import { isActorName } from '../actors/at-the-machine.ts';
import { insertStaff, isNameTaken, rename } from '../actors/staff.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import { seal } from '../sealing/sealing.ts';
import { readMailbox } from '../text/mailbox.ts';
import { insertAccount, lockAccounts, selectAccounts } from './account-queries.ts';
import { mailboxKey } from './accounts.ts';
import { clearFactors } from './factor-queries.ts';
import { deleteLink, insertLink, selectLink } from './link-queries.ts';
import type { Role } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';
import { type Begun, type Browser, beginSession } from './sessions.ts';

/** How long links work, in minutes. */
export const FIRST_LINK_MINUTES = 30;
const INVITATION_MINUTES = 7 * 24 * 60;
const RECOVERY_MINUTES = 24 * 60;

interface Opening {
  readonly database: Database;
  readonly keys: Keys;
}

/** What a link opens, and for whom. */
export interface Opened {
  /** Undefined: for whoever becomes the first administrator. */
  readonly account: { readonly actor: ActorId; readonly name: string; readonly role: Role } | undefined;
  /** Whether they had set something up before, which goes. */
  readonly recovers: boolean;
}

/** What somebody typed who opened a link. */
export interface Taking {
  readonly name: string;
  /** Of the first administrator. */
  readonly email: string;
  readonly lang: Lang;
}

/** What can't be taken of it: a field that is wrong, or the link, which works no more. */
export type Untaken = 'name' | 'name-taken' | 'email' | 'link';

/** Whether somebody may do everything here already. */
export async function hasAdministrator(queries: Queries): Promise<boolean> {
  return (await selectAccounts(queries)).some(({ role }) => role === 'administrator');
}

/** A link by which the first administrator comes in, in the place of any before it. @returns undefined once there is one */
export function makeFirstLink(database: Database): Promise<string | undefined> {
  return database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    if (await hasAdministrator(trx)) return undefined;
    const { token, hash } = newSecret();
    await insertLink(trx, null, hash, FIRST_LINK_MINUTES);
    return token;
  });
}

/** A link by which somebody who has an account, and nothing to sign in with, sets that up. */
export async function makeInvitation(queries: Queries, actor: ActorId): Promise<string> {
  const { token, hash } = newSecret();
  await insertLink(queries, actor, hash, INVITATION_MINUTES);
  return token;
}

/** A link by which somebody sets up anew what they sign in with, and whatever they had works no more. */
export async function makeRecoveryLink(queries: Queries, actor: ActorId): Promise<string> {
  const { token, hash } = newSecret();
  await insertLink(queries, actor, hash, RECOVERY_MINUTES, true);
  return token;
}

/** What a link would open; looking at it spends nothing. */
export async function openAccountLink(queries: Queries, token: string): Promise<Opened | undefined> {
  const link = await selectLink(queries, hashOf(token));
  if (!link) return undefined;
  const accounts = await selectAccounts(queries);
  if (link.actor_id === null)
    return accounts.some(({ role }) => role === 'administrator') ? undefined : { account: undefined, recovers: false };
  const account = accounts.find(({ actor_id }) => actor_id === link.actor_id);
  const whose = account && { actor: account.actor_id, name: account.name, role: account.role };
  return whose && { account: whose, recovers: link.recovers };
}

/** Spends a link: from now on whoever had it may set up what they sign in with, for an hour, and nothing else. */
export function takeAccountLink(
  { database, keys }: Opening,
  token: string,
  typed: Taking,
  browser: Browser,
): Promise<Begun | Untaken> {
  return database.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const opened = await openAccountLink(trx, token);
    if (!opened) return 'link';
    const name = nameIn(opened, typed);
    if (!isActorName(name)) return 'name';
    if (name !== opened.account?.name && (await isNameTaken(trx, name))) return 'name-taken';
    const actor = opened.account
      ? await nameAccount(trx, opened.account, name, opened.recovers)
      : await addFirst(trx, keys, typed, name);
    if (actor === undefined) return 'email';
    return (await deleteLink(trx, hashOf(token))) ? beginSession(trx, actor, 'setting-up', browser) : 'link';
  });
}

/** Whoever comes back keeps the name that they have. */
function nameIn({ account, recovers }: Opened, typed: Taking): string {
  return recovers && account ? account.name : typed.name.trim();
}

async function nameAccount(
  trx: Queries,
  account: NonNullable<Opened['account']>,
  name: string,
  recovers: boolean,
): Promise<ActorId> {
  const { actor } = account;
  if (name !== account.name) await rename(trx, actor, name);
  if (recovers) await clearFactors(trx, actor);
  const operation = recovers ? 'accounts.recover' : 'accounts.accept';
  await writeAudit(trx, { by: actor, operation, item: ['account', actor] });
  return actor;
}

/** Nobody else can decide that there is a first administrator: it is who holds the link. */
async function addFirst(trx: Queries, keys: Keys, typed: Taking, name: string): Promise<ActorId | undefined> {
  const mailbox = readMailbox(typed.email);
  if (!mailbox) return undefined;
  const found = mailboxKey(keys, mailbox);
  const [other] = await selectAccounts(trx, found);
  if (other) return undefined;
  const actor_id = await insertStaff(trx, name);
  const address_sealed = seal(keys, 'accounts.address_sealed', [actor_id], mailbox.address);
  const role = 'administrator';
  await insertAccount(trx, { actor_id, mailbox: found, address_sealed, role, added_by: actor_id, lang: typed.lang });
  await writeAudit(trx, { by: actor_id, operation: 'accounts.begin', item: ['account', actor_id], after: { role } });
  return actor_id;
}
