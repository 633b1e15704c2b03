import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { Role } from './roles.ts';

export interface AccountRow {
  readonly actor_id: ActorId;
  readonly name: string;
  readonly address_sealed: Buffer;
  readonly role: Role;
  readonly lang: Lang;
  /** Into which a translator translates. */
  readonly languages: readonly Lang[];
  readonly added_at: Date;
  /** When the backup was taken that brought it back, until they have looked over what it brought. */
  readonly restored_as_of: Date | null;
  /** When they last got what waits by mail, or asked for it since; null where they don't want it. */
  readonly daily_mail_at: Date | null;
  /** Whether they have anything to sign in with yet. */
  readonly can_sign_in: boolean;
}

interface NewAccount {
  readonly actor_id: ActorId;
  readonly mailbox: Buffer;
  readonly address_sealed: Buffer;
  readonly role: Role;
  readonly added_by: ActorId;
  readonly lang?: Lang;
  readonly languages?: readonly Lang[];
}

/** Two who change accounts at once do so one after the other: neither counts administrators whom the other is about to remove. */
export async function lockAccounts(trx: Queries): Promise<void> {
  await sql`LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

export async function insertAccount(trx: Queries, account: NewAccount): Promise<void> {
  const { languages = [], ...others } = account;
  await trx
    .insertInto('accounts')
    .values({ ...others, languages: [...languages] })
    .execute();
}

/** Of everybody who has one now, the first first. */
export async function selectAccounts(queries: Queries, mailbox?: Buffer): Promise<AccountRow[]> {
  let accounts = queries
    .selectFrom('accounts as c')
    .innerJoin('actors as a', 'a.id', 'c.actor_id')
    .select([
      'c.actor_id',
      'a.name',
      'c.address_sealed',
      'c.role',
      'c.lang',
      'c.languages',
      'c.added_at',
      'c.restored_as_of',
      'c.daily_mail_at',
    ])
    .select(
      sql<boolean>`c.totp_sealed IS NOT NULL OR EXISTS (SELECT FROM passkeys p WHERE p.actor_id = c.actor_id)`.as(
        'can_sign_in',
      ),
    )
    .where('c.removed_at', 'is', null);
  if (mailbox) accounts = accounts.where('c.mailbox', '=', mailbox);
  return (await accounts.orderBy('c.added_at').orderBy('c.actor_id').execute()) as unknown as AccountRow[];
}

export async function updateRole(trx: Queries, actor: ActorId, role: Role, languages: readonly Lang[]): Promise<void> {
  const given = { role, languages: [...languages] };
  await trx.updateTable('accounts').set(given).where('actor_id', '=', actor).execute();
}

export async function markRemoved(trx: Queries, actor: ActorId, by: ActorId): Promise<void> {
  const removed = { removed_at: sql<Date>`now()`, removed_by: by };
  const nothing = { totp_sealed: null, recovery_codes: [], browsers: [], restored_as_of: null, daily_mail_at: null };
  await trx
    .updateTable('accounts')
    .set({ ...removed, ...nothing })
    .where('actor_id', '=', actor)
    .execute();
  await trx.deleteFrom('sessions').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('account_changes').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('passkeys').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('account_links').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('unsent_forms').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('opened_pages').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('working_copies').where('actor_id', '=', actor).execute();
}

/** @param from when they want what waits by mail; null: no more @returns whether that is a change */
export async function updateDailyMail(trx: Queries, actor: ActorId, from: Date | null): Promise<boolean> {
  const changed = await trx
    .updateTable('accounts')
    .set({ daily_mail_at: from })
    .where('actor_id', '=', actor)
    .where('removed_at', 'is', null)
    .where('daily_mail_at', from ? 'is' : 'is not', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Of those who want what waits by mail, whoever has had none since a moment; from now on they had. */
export async function takeDailyMails(trx: Queries, since: Date, now: Date): Promise<readonly ActorId[]> {
  const taken = await trx
    .updateTable('accounts')
    .set({ daily_mail_at: now })
    .where('daily_mail_at', '<', since)
    .where('removed_at', 'is', null)
    .returning('actor_id')
    .execute();
  return taken.map(({ actor_id }) => actor_id as ActorId);
}

/** With all by which it signs in, and what is written down of that. */
export async function deleteAccount(trx: Queries, actor: ActorId): Promise<void> {
  const whose = trx.selectFrom('accounts').select('mailbox').where('actor_id', '=', actor);
  await trx.deleteFrom('mailed_codes').where('mailbox', '=', whose).execute();
  await trx.deleteFrom('accounts').where('actor_id', '=', actor).execute();
}

export async function deleteRemovedBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('accounts').where('removed_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
