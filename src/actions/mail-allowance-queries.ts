import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/**
 * Takes one mail from what a mailbox may get of a kind.
 * @param limit.most so many within `limit.within` milliseconds
 * @returns false where they have left already; what lies ahead of now left while a clock was wrong, and does not count
 */
export async function takeAllowance(
  queries: Queries,
  who: { mailbox: Buffer; kind: string },
  limit: { most: number; within: number },
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - limit.within);
  const counting = sql`t > ${since} AND t <= ${now}::timestamptz + interval '1 minute'`;
  const { numAffectedRows } = await sql`
    INSERT INTO mail_allowances AS a (mailbox, kind, taken_at) VALUES (${who.mailbox}, ${who.kind}, ARRAY[${now}::timestamptz])
    ON CONFLICT (mailbox, kind) DO UPDATE
      SET taken_at = array(SELECT t FROM unnest(a.taken_at) t WHERE ${counting} ORDER BY t) || excluded.taken_at
      WHERE (SELECT count(*) FROM unnest(a.taken_at) t WHERE ${counting}) < ${limit.most}`.execute(queries);
  return numAffectedRows === 1n;
}

export async function giveBackAllowance(
  queries: Queries,
  who: { mailbox: Buffer; kind: string },
  taken: Date,
): Promise<void> {
  await sql`UPDATE mail_allowances SET taken_at = array_remove(taken_at, ${taken}::timestamptz)
    WHERE mailbox = ${who.mailbox} AND kind = ${who.kind}`.execute(queries);
}

/** Forgets what no limit looks at any more. @returns how many rows */
export async function forgetMailLimits(queries: Queries, before: Date): Promise<number> {
  const actions =
    await sql`UPDATE actions SET mailbox = NULL WHERE mailbox IS NOT NULL AND mail_due_at < ${before}`.execute(queries);
  const rows =
    await sql`DELETE FROM mail_allowances WHERE coalesce(taken_at[array_upper(taken_at, 1)], '-infinity') < ${before}`.execute(
      queries,
    );
  return Number((actions.numAffectedRows ?? 0n) + (rows.numAffectedRows ?? 0n));
}
