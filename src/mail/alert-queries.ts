import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';

/** What our relay said when it last kept us out. */
export async function selectLastRefusal(
  queries: Queries,
): Promise<{ readonly at: Date; readonly says: string; readonly settledAt: Date | null } | undefined> {
  return queries
    .selectFrom('alerts')
    .select(['raised_at as at', 'detail as says', 'settled_at as settledAt'])
    .where('kind', '=', 'relay-refuses-us')
    .orderBy('raised_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface UnmailedAlert {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
  readonly raised_at: Date;
  readonly settled_at: Date | null;
}

/** What the operator has had no mail of, the longest first. */
export async function unmailedAlerts(queries: Queries, limit: number): Promise<UnmailedAlert[]> {
  return queries
    .selectFrom('alerts')
    .select(['id', 'kind', 'subject', 'detail', 'raised_at', 'settled_at'])
    .where('told_at', 'is', null)
    .orderBy('raised_at')
    .limit(limit)
    .execute();
}

/**
 * Takes the turn to mail of a kind, which comes once an hour; a turn that lies ahead, because a clock went back, counts as none. The clock
 * is read after whoever took it before: the beginning of a statement that had to wait may lie before that.
 */
export async function takeTurn(queries: Queries, kind: string): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO alert_mails AS m (kind, mailed_at) VALUES (${kind}, now())
    ON CONFLICT (kind) DO UPDATE SET mailed_at = now()
      WHERE m.mailed_at NOT BETWEEN clock_timestamp() - interval '1 hour' AND clock_timestamp()
    RETURNING kind`.execute(queries);
  return rows.length > 0;
}

/** Nothing left: the next turn comes in five minutes. */
export async function giveTurnBack(queries: Queries, kind: string): Promise<void> {
  await sql`UPDATE alert_mails SET mailed_at = now() - interval '55 minutes' WHERE kind = ${kind}`.execute(queries);
}

export async function markMailed(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.updateTable('alerts').set({ told_at: sql`now()` }).where('id', '=', anyOf(ids, 'uuid')).execute();
}

/** @returns whether it is new: of each kind and subject one stands at a time */
export async function insertAlert(
  queries: Queries,
  alert: { kind: string; subject: string; detail: string; tried: boolean },
): Promise<boolean> {
  const raised = await queries
    .insertInto('alerts')
    .values(alert)
    .onConflict((open) => open.columns(['kind', 'subject']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst();
  return Boolean(raised.numInsertedOrUpdatedRows);
}

export async function settleOne(
  queries: Queries,
  { kind, subject }: { kind: string; subject: string },
  by: ActorId,
): Promise<void> {
  await queries
    .updateTable('alerts')
    .set({ settled_at: new Date(), settled_by: by })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('settled_at', 'is', null)
    .execute();
}

/** Everything about a name, and complaints about its domain. @returns whether anything stood */
export async function settleAbout(
  queries: Queries,
  { name, domain }: { name: string; domain: string },
  by: ActorId,
): Promise<boolean> {
  const settled = await queries
    .updateTable('alerts')
    .set({ settled_at: new Date(), settled_by: by })
    .where((alert) =>
      alert.or([
        alert('subject', '=', name),
        alert.and([alert('kind', '=', 'complaint'), alert('subject', '=', domain)]),
      ]),
    )
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return settled.numUpdatedRows > 0n;
}

/** How many of some kinds stand, together. */
export function countAlerts(queries: Queries, kinds: readonly string[]): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT raised_at AS at FROM alerts WHERE settled_at IS NULL AND kind = ${anyOf(kinds, 'text')}`,
  );
}

/** How many alerts stand, by kind. */
export async function selectOpen(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*) AS n FROM alerts WHERE settled_at IS NULL GROUP BY kind`.execute(queries);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

export async function deleteSettledBefore(queries: Queries, before: Date): Promise<void> {
  await queries.deleteFrom('alerts').where('settled_at', '<=', before).execute();
}
