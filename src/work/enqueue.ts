import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Rare work by name, with what its payload holds: ids and keys only, never anything readable about a person. */
export interface Tasks {
  'mail-data-link': { key: string; lang: string };
  'mail-refusal': { key: string; letter: string };
  'mail-copy': { key: string; letter: string };
  'mail-office-link': { request: string; lang: string };
  'mail-renewed-link': { to: 'status' | 'answer'; key: string; act: string; lang: string };
  'mail-renewed-office-link': { of: 'office' | 'office-proof'; id: string; lang: string };
}

/** Pauses between tries double from seconds to six hours: about three days, as long as a letter is tried. */
const MOST_ATTEMPTS = 22;

/** Leaves work to the job runner, if and when the surrounding transaction commits. */
export async function enqueue<Name extends keyof Tasks>(
  queries: Queries,
  name: Name,
  payload: Tasks[Name],
): Promise<void> {
  await sql`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => ${MOST_ATTEMPTS}::int)`.execute(
    queries,
  );
}
