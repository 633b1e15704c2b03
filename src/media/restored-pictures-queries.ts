import type pg from 'pg';

/** Pictures that were taken away for safety after a backup was made go again, with all that hangs on them, before anybody sees it. */
export async function removePicturesAgain(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('public.safety_removals') IS NOT NULL AS is`,
  );
  // A backup from before there were any.
  if (!rows[0]?.is) return;
  await client.query('DELETE FROM picture_uses u USING safety_removals r WHERE r.id = u.picture_id');
  await client.query('DELETE FROM pictures p USING safety_removals r WHERE r.id = p.id');
  await client.query('DELETE FROM media_files f WHERE NOT EXISTS (SELECT FROM picture_sizes s WHERE s.hash = f.hash)');
}
