import type pg from 'pg';

/**
 * Whoever took a name back since a backup was made is named by it again: nobody is shown any before somebody has looked. A backup of before
 * there were any has no table of them; what then is made of its consents waits, too (migration 107).
 */
export async function offerAnew(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('offered_names') IS NOT NULL AS there`);
  if (!rows[0]?.there) return;
  await client.query(`UPDATE offered_names SET state = 'offered', since = offered_at WHERE state = 'shown'`);
}
