import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { EndedAction } from './hangs-on-actions.ts';

/** The return paths of mails that asked somebody to confirm: what came back to them may hold their words. */
export async function returnPathsOf(trx: Queries, key: Buffer): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT bounce_id FROM actions WHERE supporter_key = ${key} AND bounce_id IS NOT NULL`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

/** The campaigns in which somebody is counted, and under which country. */
export async function selectCounted(
  trx: Queries,
  key: Buffer,
): Promise<{ campaignId: string; country: string; tried: boolean }[]> {
  const { rows } = await sql<{ campaignId: string; country: string; tried: boolean }>`
    SELECT j.campaign_id AS "campaignId", j.country, coalesce((SELECT bool_and(a.controller_id = ${DEMONSTRATION}) FROM actions a
      WHERE a.supporter_key = j.supporter_key AND a.campaign_id = j.campaign_id AND a.state = 'confirmed'), false) AS tried
    FROM campaign_supporters j WHERE j.supporter_key = ${key}`.execute(trx);
  return rows;
}

/** What somebody did that had been confirmed, taken back since or not. */
export async function confirmedOnce(trx: Queries, key: Buffer): Promise<EndedAction[]> {
  const rows = trx.selectFrom('actions').select(['supporter_key as supporterKey', 'id']);
  return rows.where('supporter_key', '=', key).where('state', '<>', 'unconfirmed').execute();
}

export async function deleteActions(trx: Queries, key: Buffer): Promise<void> {
  await trx.deleteFrom('actions').where('supporter_key', '=', key).execute();
  await trx.deleteFrom('campaign_supporters').where('supporter_key', '=', key).execute();
}

export async function deleteSupporter(trx: Queries, key: Buffer): Promise<void> {
  await trx.deleteFrom('supporters').where('key', '=', key).execute();
}
