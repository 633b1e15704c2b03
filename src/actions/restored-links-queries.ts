import type pg from 'pg';

/** What was not confirmed when a backup was made may have been since, and delivered: its link no longer works. */
export async function endLinksToConfirm(client: pg.Client): Promise<void> {
  await client.query(`UPDATE actions SET expires_at = now() WHERE state = 'unconfirmed'`);
}
