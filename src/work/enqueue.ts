import type { Queries } from '../database/database.ts';
import { addJob, type Later } from './job-queries.ts';

export {
  deleteJobsOf as eraseJobs,
  deleteUntouched as dropUntouchedJob,
  selectUntouched as isUntouchedJob,
  selectUntouchedAmong as untouchedJobs,
} from './job-queries.ts';

/**
 * Rare work by name, with what its payload holds: ids and keys only, never anything readable about a person. A supporter's key
 * stands there in hex: erasing its supporter finds it by that, whatever it is called. Each room adds its own.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Tasks {}

/** Pauses between tries double from seconds to six hours: about three days, as long as a letter is tried. */
const MOST_ATTEMPTS = 22;

/**
 * Leaves work to the job runner, if and when the surrounding transaction commits.
 * @param later what can still be dropped (`dropUntouchedJob`) until it begins; another of the same key takes its place
 */
export async function enqueue<Name extends keyof Tasks & string>(
  queries: Queries,
  name: Name,
  payload: Tasks[Name] & Readonly<Record<string, string>>,
  later?: Later,
): Promise<void> {
  await addJob(queries, name, JSON.stringify(payload), MOST_ATTEMPTS, later);
}
