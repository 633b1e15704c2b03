import { sql } from 'kysely';
import type pg from 'pg';
import type { Queries } from '../database/database.ts';

/** Of PostgreSQL's notices, which every process listens to. */
export const CHANNEL = 'pages';

/** Announced once the surrounding transaction commits. */
export async function notifyRefresh(queries: Queries, tags: string): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${`refresh ${tags}`})`.execute(queries);
}

/** Written down and announced in one statement: neither happens alone. */
export async function insertRemoval(queries: Queries, tags: readonly string[] | null, written: string): Promise<void> {
  await sql`
    WITH removal AS (INSERT INTO page_removals (tags) VALUES (${tags ? [...tags] : null}) RETURNING id)
    SELECT pg_notify(${CHANNEL}, 'remove ' || id || ' ' || ${written}) FROM removal`.execute(queries);
}

export async function deleteRemovals(queries: Queries, before: Date): Promise<void> {
  await queries.deleteFrom('page_removals').where('removed_at', '<', before).execute();
}

export interface Removal {
  readonly id: string;
  readonly tags: readonly string[] | null;
}

/** The removals that may have been missed, the oldest first. */
export async function selectRemovals(client: pg.Client): Promise<Removal[]> {
  return (await client.query<Removal>('SELECT id, tags FROM page_removals ORDER BY removed_at')).rows;
}

/** @throws where the database does not answer */
export async function isThere(client: pg.Client): Promise<void> {
  await client.query('SELECT 1');
}
