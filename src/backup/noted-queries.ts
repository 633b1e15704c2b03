import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Those of the last year are enough. */
export async function insertBackup(queries: Queries, takenAt: Date): Promise<void> {
  await sql`WITH old AS (DELETE FROM backups WHERE taken_at < now() - interval '1 year')
    INSERT INTO backups (taken_at) VALUES (${takenAt}) ON CONFLICT DO NOTHING`.execute(queries);
}

export async function selectLastBackup(queries: Queries): Promise<Date | undefined> {
  return (
    await queries.selectFrom('backups').select('taken_at').orderBy('taken_at', 'desc').limit(1).executeTakeFirst()
  )?.taken_at;
}

/** Whether the database is of a version that notes backups. */
export async function notesBackups(queries: Queries): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('backups') IS NOT NULL AS there`.execute(queries);
  return rows[0]?.there === true;
}
