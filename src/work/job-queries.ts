import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';

/** What is done no earlier than in so many seconds, and until then can be dropped by its key. */
export interface Later {
  readonly key: string;
  readonly seconds: number;
}

/** Adds a job of the runner's to the surrounding transaction. @param payload as JSON */
export async function addJob(
  queries: Queries,
  name: string,
  payload: string,
  mostAttempts: number,
  later?: Later,
): Promise<void> {
  const when = later
    ? sql`, job_key => ${later.key}, run_at => now() + make_interval(secs => ${later.seconds}::int)`
    : sql``;
  await sql`SELECT graphile_worker.add_job(${name}, ${payload}::json, max_attempts => ${mostAttempts}::int${when})`.execute(
    queries,
  );
}

/** @returns false where it was begun: it may be done, or half done */
export async function deleteUntouched(trx: Queries, key: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM graphile_worker._private_jobs WHERE key = ${key} AND locked_at IS NULL AND attempts = 0`.execute(trx);
  return numAffectedRows === 1n;
}

/** Whether there is such a job that nobody has begun. */
export async function selectUntouched(queries: Queries, key: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM graphile_worker._private_jobs WHERE key = ${key} AND locked_at IS NULL AND attempts = 0`.execute(
    queries,
  );
  return rows.length === 1;
}

/** Which of these jobs nobody has begun. */
export async function selectUntouchedAmong(queries: Queries, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`SELECT key FROM graphile_worker._private_jobs
    WHERE key = ${anyOf(keys, 'text')} AND locked_at IS NULL AND attempts = 0`.execute(queries);
  return new Set(rows.map(({ key }) => key));
}

/** Those in whose payload somebody's key stands, wherever, also while one runs: its end finds nothing to write down. */
export async function deleteJobsOf(trx: Queries, supporterKey: Buffer): Promise<void> {
  await sql`DELETE FROM graphile_worker._private_jobs WHERE strpos(payload::text, ${supporterKey.toString('hex')}) > 0`.execute(
    trx,
  );
}
