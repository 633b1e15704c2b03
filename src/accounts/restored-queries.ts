import type pg from 'pg';

/** Whoever was signed in when a backup was made, or could have been, signs in anew: what ended since would work again. */
export async function endSignIns(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT to_regclass('sessions') IS NOT NULL AS sessions, to_regclass('passkey_challenges') IS NOT NULL AS challenges,
      to_regclass('account_changes') IS NOT NULL AS changes`,
  );
  if (rows[0]?.sessions)
    await client.query('DELETE FROM sessions; DELETE FROM mailed_codes; DELETE FROM account_links');
  // What was stopped since would happen.
  if (rows[0]?.changes) await client.query('DELETE FROM account_changes');
  if (rows[0]?.challenges) await client.query('DELETE FROM passkey_challenges');
}
