import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** Whoever is named operator is told nothing of what a demonstration told, and hears of the same anew. */
export async function settleTriedAlerts(trx: Queries, by: ActorId): Promise<void> {
  await sql`
    UPDATE alerts SET told_at = coalesce(told_at, now()), settled_by = CASE WHEN settled_at IS NULL THEN ${by}::uuid ELSE settled_by END,
      settled_at = coalesce(settled_at, now())
    WHERE tried AND (told_at IS NULL OR settled_at IS NULL)`.execute(trx);
}

export async function deleteTried(trx: Queries): Promise<void> {
  await trx.deleteFrom('alerts').where('tried', '=', true).execute();
  await trx.deleteFrom('outbox').where('tried', '=', true).execute();
}
