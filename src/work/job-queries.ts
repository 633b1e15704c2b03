import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Adds a job of the runner's to the surrounding transaction. @param payload as JSON */
export async function addJob(queries: Queries, name: string, payload: string, mostAttempts: number): Promise<void> {
  await sql`SELECT graphile_worker.add_job(${name}, ${payload}::json, max_attempts => ${mostAttempts}::int)`.execute(
    queries,
  );
}
