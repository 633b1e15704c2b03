import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';

export async function countTriedPeople(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT supporter_key)::int AS n FROM actions WHERE controller_id = ${DEMONSTRATION}`.execute(
    queries,
  );
  return rows[0]?.n ?? 0;
}

/** Return paths of mails that asked whoever tried it to confirm, as far as something came back: others may be without number. */
export async function triedReturnPaths(trx: Queries): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT DISTINCT a.bounce_id FROM returned_mails m JOIN actions a ON a.bounce_id = m.bounce_id
      WHERE a.controller_id = ${DEMONSTRATION}`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

/**
 * Deletes the actions of a demonstration, with what hangs on them, and whoever did nothing else.
 * @returns the keys of those who are gone
 */
export async function deleteTried(trx: Queries): Promise<Buffer[]> {
  const { rows: actions } = await sql<{ supporter_key: Buffer }>`
    DELETE FROM actions WHERE controller_id = ${DEMONSTRATION} RETURNING supporter_key`.execute(trx);
  const keys = [
    ...new Map(actions.map(({ supporter_key }) => [supporter_key.toString('hex'), supporter_key])).values(),
  ];
  await sql`
    DELETE FROM campaign_supporters j WHERE j.supporter_key = ANY(${keys}::bytea[]) AND NOT EXISTS (
      SELECT 1 FROM actions a WHERE a.supporter_key = j.supporter_key AND a.campaign_id = j.campaign_id)`.execute(trx);
  const { rows: gone } = await sql<{ key: Buffer }>`
    DELETE FROM supporters s WHERE s.key = ANY(${keys}::bytea[])
      AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key)
      AND NOT EXISTS (SELECT 1 FROM campaign_supporters j WHERE j.supporter_key = s.key) RETURNING s.key`.execute(trx);
  return gone.map(({ key }) => key);
}
