import type pg from 'pg';

/** What waited when a backup was made may have been handed over since: none of it leaves again before a person says so. */
export async function holdWhatMayHaveLeft(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE letters SET state = 'held', held_because = 'restored', claim = NULL, due_at = NULL WHERE state IN ('waiting', 'claimed')`,
  );
  await client.query(`UPDATE letters SET state = 'unknown', claim = NULL, due_at = NULL WHERE state = 'handing-over'`);
}
