import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Further ahead than this no job is ever put off; what lies there was set while a clock was wrong. */
const FURTHEST_AHEAD = sql`interval '8 hours'`;

/**
 * Jobs and duties that the runner would not look at before a day that lies ahead. Its own tables have no other way in; `npm test` holds
 * this to the version that is installed.
 */
export async function pullBackJobs(queries: Queries): Promise<void> {
  await sql`UPDATE graphile_worker._private_known_crontabs SET last_execution = now() WHERE last_execution > now()`.execute(
    queries,
  );
  await sql`UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE locked_at > now()`.execute(queries);
  await sql`UPDATE graphile_worker._private_job_queues SET locked_at = now() WHERE locked_at > now()`.execute(queries);
  await sql`SELECT graphile_worker.reschedule_jobs(array(SELECT id FROM graphile_worker.jobs
    WHERE locked_at IS NULL AND run_at > now() + ${FURTHEST_AHEAD}),
    run_at => now())`.execute(queries);
}
