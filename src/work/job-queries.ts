import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Adds a job of the runner's to the surrounding transaction. @param payload as JSON */
export async function addJob(queries: Queries, name: string, payload: string, mostAttempts: number): Promise<void> {
  await sql`SELECT graphile_worker.add_job(${name}, ${payload}::json, max_attempts => ${mostAttempts}::int)`.execute(
    queries,
  );
}

/** Those in whose payload somebody's key stands, wherever, also while one runs: its end finds nothing to write down. */
export async function deleteJobsOf(trx: Queries, supporterKey: Buffer): Promise<void> {
  await sql`DELETE FROM graphile_worker._private_jobs WHERE strpos(payload::text, ${supporterKey.toString('hex')}) > 0`.execute(
    trx,
  );
}
