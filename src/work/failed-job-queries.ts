import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../database/slice.ts';

/** A job that was tried as often as it may be. What it was about, and what went wrong, may speak of people: neither is read. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly at: Date;
  readonly position: string;
}

/** The runner writes down when it would try next, by the same formula; who gives a job up by hand, when it was. */
const failed = sql`FROM (SELECT *, greatest(updated_at, run_at - exp(least(attempts, 10)) * interval '1 second') AS tried_at
  FROM graphile_worker.jobs) AS jobs WHERE attempts >= max_attempts AND locked_at IS NULL`;

const columns = sql`id::text AS id, task_identifier AS name, attempts, tried_at AS at`;
const byMoment: Order = { by: sql.ref('tried_at'), kind: 'moment', id: sql.ref('id'), idType: 'bigint' };

/** They are few: whoever looks deals with them. */
export async function selectFailedJobs(queries: Queries, slice: Slice): Promise<FailedJob[]> {
  const { position, within, ordered } = sliceParts(byMoment, slice);
  const { rows } = await sql<FailedJob>`SELECT ${columns}, ${position} AS position
    ${failed} AND ${within} ${ordered}`.execute(queries);
  return inOrder(rows, slice);
}

/** @param ids digits, or they are of none */
export async function selectFailedNamed(
  queries: Queries,
  ids: readonly string[],
): Promise<Omit<FailedJob, 'position'>[]> {
  const { rows } =
    await sql<FailedJob>`SELECT ${columns} ${failed} AND id::text = ${anyOf(ids, 'text')} ORDER BY id`.execute(queries);
  return rows;
}

export function countFailedJobs(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT tried_at AS at ${failed}`);
}

/** As if they were new. @returns those that had failed */
export async function rescheduleJobs(
  trx: Queries,
  ids: readonly string[],
): Promise<readonly { readonly id: string }[]> {
  const { rows } = await sql<{ id: string }>`SELECT id::text AS id FROM graphile_worker.reschedule_jobs(
    ARRAY(SELECT id ${failed} AND id::text = ${anyOf(ids, 'text')}), now(), attempts => 0)`.execute(trx);
  return rows;
}

/** @returns those that had failed */
export async function deleteJobs(trx: Queries, ids: readonly string[]): Promise<readonly { readonly id: string }[]> {
  const { rows } = await sql<{ id: string }>`SELECT id::text AS id FROM graphile_worker.complete_jobs(
    ARRAY(SELECT id ${failed} AND id::text = ${anyOf(ids, 'text')}))`.execute(trx);
  return rows;
}

/** Those that were last tried before a moment. @returns how many */
export async function deleteFailedBefore(queries: Queries, before: Date): Promise<number> {
  const { rows } = await sql`SELECT 1 FROM graphile_worker.complete_jobs(
    ARRAY(SELECT id ${failed} AND tried_at <= ${before}))`.execute(queries);
  return rows.length;
}
