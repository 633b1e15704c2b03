import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** What somebody asked who was trying out how offices ask waits for nobody. */
export async function refuseTriedRequests(trx: Queries, by: ActorId): Promise<void> {
  await sql`UPDATE addressee_requests SET state = 'refused', decided_by = ${by}::uuid, decided_at = now()
    WHERE tried AND state = 'asked'`.execute(trx);
}

export async function deleteTriedRequests(trx: Queries): Promise<void> {
  await trx.deleteFrom('addressee_requests').where('tried', '=', true).execute();
}
