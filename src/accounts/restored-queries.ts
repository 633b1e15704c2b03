import { sql } from 'kysely';
import type pg from 'pg';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/**
 * Whoever was signed in when a backup was taken, or could have been, signs in anew: what ended since would work again, and so would codes
 * that were used. What else was removed since can't be told from what is theirs: each looks over their own.
 */
export async function endSignIns(client: pg.Client, takenAt: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT to_regclass('sessions') IS NOT NULL AS sessions, to_regclass('passkey_challenges') IS NOT NULL AS challenges,
      to_regclass('unsent_forms') IS NOT NULL AS forms, to_regclass('account_changes') IS NOT NULL AS changes,
      EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'accounts'
        AND column_name = 'restored_as_of') AS marked`,
  );
  const [has] = rows;
  if (has?.sessions) {
    await client.query('DELETE FROM sessions; DELETE FROM mailed_codes; DELETE FROM account_links');
    // No code that an app has shown until now works again (RFC 6238 section 5.2).
    await client.query(`UPDATE accounts SET recovery_codes = '{}',
      totp_step = CASE WHEN totp_sealed IS NOT NULL THEN greatest(totp_step, extract(epoch FROM now())::bigint / 30 + 1) END`);
  }
  // What was stopped since would happen.
  if (has?.changes) await client.query('DELETE FROM account_changes');
  if (has?.forms) await client.query('DELETE FROM unsent_forms');
  if (has?.challenges) await client.query('DELETE FROM passkey_challenges');
  if (has?.marked) await client.query(`UPDATE accounts SET restored_as_of = $1 WHERE removed_at IS NULL`, [takenAt]);
}

/** @returns false where there was nothing to look over */
export async function setLookedOver(trx: Queries, actor: ActorId): Promise<boolean> {
  const account = trx.updateTable('accounts').set({ restored_as_of: null }).where('actor_id', '=', actor);
  return Number((await account.where('restored_as_of', 'is not', null).executeTakeFirst()).numUpdatedRows) === 1;
}

/** How many have something to look over, and what they sign in with. */
export async function countToLookOver(queries: Queries): Promise<{ accounts: number; passkeys: number; apps: number }> {
  const { rows } = await sql<{ accounts: number; passkeys: number; apps: number }>`
    SELECT count(*)::int AS accounts, count(totp_sealed)::int AS apps,
      (SELECT count(*)::int FROM passkeys p JOIN accounts o USING (actor_id) WHERE o.restored_as_of IS NOT NULL) AS passkeys
    FROM accounts WHERE restored_as_of IS NOT NULL`.execute(queries);
  return rows[0] ?? { accounts: 0, passkeys: 0, apps: 0 };
}
