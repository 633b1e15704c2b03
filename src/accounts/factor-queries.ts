import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** What an account has beside its mailbox. */
export interface FactorsRow {
  readonly totp_sealed: Buffer | null;
  readonly recovery_codes: readonly Buffer[];
}

/** @param how lock: whoever else changes them waits */
export async function selectFactors(
  queries: Queries,
  actor: ActorId,
  { lock = false } = {},
): Promise<FactorsRow | undefined> {
  let account = queries
    .selectFrom('accounts')
    .select(['totp_sealed', 'recovery_codes'])
    .where('actor_id', '=', actor)
    .where('removed_at', 'is', null);
  if (lock) account = account.forUpdate();
  return (await account.executeTakeFirst()) as FactorsRow | undefined;
}

/** Whether fewer than five wrong codes came in the last quarter of an hour. */
export async function mayTryTotp(queries: Queries, actor: ActorId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT (SELECT count(*) FROM unnest(totp_wrong_at) AS w (at) WHERE w.at > now() - interval '15 minutes') < 5 AS may
    FROM accounts WHERE actor_id = ${actor} FOR UPDATE`.execute(queries);
  return rows[0]?.may ?? false;
}

export async function noteWrongTotp(queries: Queries, actor: ActorId): Promise<void> {
  await sql`UPDATE accounts SET totp_wrong_at = (array_prepend(now(), totp_wrong_at))[1:5] WHERE actor_id = ${actor}`.execute(
    queries,
  );
}

/** @returns false where this step, or a later one, was used before */
export async function spendStep(queries: Queries, actor: ActorId, step: number): Promise<boolean> {
  const used = queries
    .updateTable('accounts')
    .set({ totp_step: step })
    .where('actor_id', '=', actor)
    .where(({ eb, or }) => or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]));
  return Number((await used.executeTakeFirst()).numUpdatedRows) === 1;
}

export async function setTotp(trx: Queries, actor: ActorId, sealed: Buffer, step: number): Promise<void> {
  const fresh = { totp_sealed: sealed, totp_step: step, totp_wrong_at: [] };
  await trx.updateTable('accounts').set(fresh).where('actor_id', '=', actor).execute();
}

export async function clearTotp(trx: Queries, actor: ActorId): Promise<void> {
  const nothing = { totp_sealed: null, totp_step: null, totp_wrong_at: [] };
  await trx.updateTable('accounts').set(nothing).where('actor_id', '=', actor).execute();
}

/** All that somebody signs in with, where they are signed in, and what they, or somebody there, asked to be changed. */
export async function clearFactors(trx: Queries, actor: ActorId): Promise<void> {
  await clearTotp(trx, actor);
  await setRecoveryCodes(trx, actor, []);
  await trx.deleteFrom('passkeys').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('sessions').where('actor_id', '=', actor).execute();
  await trx.deleteFrom('account_changes').where('actor_id', '=', actor).execute();
}

export async function setRecoveryCodes(trx: Queries, actor: ActorId, hashes: readonly Buffer[]): Promise<void> {
  await sql`UPDATE accounts SET recovery_codes = ${[...hashes]}::bytea[] WHERE actor_id = ${actor}`.execute(trx);
}

/** @returns false where it is none of theirs, or was used before */
export async function spendRecoveryCode(queries: Queries, actor: ActorId, hash: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE accounts SET recovery_codes = array_remove(recovery_codes, ${hash}::bytea)
    WHERE actor_id = ${actor} AND ${hash}::bytea = ANY (recovery_codes)`.execute(queries);
  return numAffectedRows === 1n;
}
