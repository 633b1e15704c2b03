import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

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

/** Takes the turn to mail of a kind, which comes once an hour; a turn that lies ahead, because a clock went back, counts as none. */
export async function takeTurn(queries: Queries, kind: string): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO alert_mails AS m (kind, mailed_at) VALUES (${kind}, now())
    ON CONFLICT (kind) DO UPDATE SET mailed_at = now() WHERE m.mailed_at NOT BETWEEN now() - interval '1 hour' AND now()
    RETURNING kind`.execute(queries);
  return rows.length > 0;
}

/** Nothing left: the next turn comes in five minutes. */
export async function giveTurnBack(queries: Queries, kind: string): Promise<void> {
  await sql`UPDATE alert_mails SET mailed_at = now() - interval '55 minutes' WHERE kind = ${kind}`.execute(queries);
}

export async function markMailed(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.updateTable('alerts').set({ told_at: sql`now()` }).where('id', 'in', ids).execute();
}
