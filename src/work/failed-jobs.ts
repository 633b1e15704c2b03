import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { deleteFailedBefore, deleteJobs, rescheduleJobs } from './failed-job-queries.ts';
import { FAILED_JOB_DAYS } from './work-retention.ts';

export {
  countFailedJobs,
  type FailedJob,
  selectFailedJobs as failedJobs,
  selectFailedNamed as failedJobsNamed,
} from './failed-job-queries.ts';

/** Has failed jobs tried again, as often as new ones. @returns how many of them had failed */
export function retryJobs(database: Database, ids: readonly string[], by: ActorId): Promise<number> {
  return decide(database, 'work.retry-jobs', by, (trx) => rescheduleJobs(trx, ids));
}

/** What failed jobs would have done does not happen. @returns how many of them had failed */
export function dropJobs(database: Database, ids: readonly string[], by: ActorId): Promise<number> {
  return decide(database, 'work.drop-jobs', by, (trx) => deleteJobs(trx, ids));
}

type Carried = (trx: Queries) => Promise<readonly { readonly id: string }[]>;

function decide(database: Database, operation: 'work.retry-jobs' | 'work.drop-jobs', by: ActorId, carryOut: Carried) {
  return database.transaction().execute(async (trx) => {
    const jobs = await carryOut(trx);
    for (const { id } of jobs) await writeAudit(trx, { by, operation, item: ['job', id] });
    return jobs.length;
  });
}

/** The duty. @returns how many */
export function forgetFailedJobs(queries: Queries, now: Date): Promise<number> {
  return deleteFailedBefore(queries, daysBefore(now, FAILED_JOB_DAYS));
}
