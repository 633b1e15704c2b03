import type { Queries } from '../database/database.ts';

const columns = [
  'supporter_key',
  'id',
  'campaign_id',
  'controller_id',
  'kind',
  'lang',
  'country',
  'details_sealed',
  'state',
  'consents',
  'created_at',
  'expires_at',
  'confirmed_at',
] as const;

export function selectAction(queries: Queries, supporterKey: Buffer, id: string) {
  return queries
    .selectFrom('actions')
    .select(columns)
    .where('supporter_key', '=', supporterKey)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function selectActions(queries: Queries, supporterKey: Buffer) {
  return queries
    .selectFrom('actions')
    .select(columns)
    .where('supporter_key', '=', supporterKey)
    .orderBy('id')
    .execute();
}

/** Whoever changes what stands of a supporter takes this lock first, so that such changes take turns and none can deadlock. */
export async function lockSupporter(trx: Queries, key: Buffer): Promise<boolean> {
  const row = await trx.selectFrom('supporters').select('key').where('key', '=', key).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** @returns false where it was confirmed, withdrawn, expired or erased in the meantime: then nothing has changed */
export async function setConfirmed(trx: Queries, supporterKey: Buffer, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('actions')
    .set({ state: 'confirmed', confirmed_at: now, consents: '[]' })
    .where('supporter_key', '=', supporterKey)
    .where('id', '=', id)
    .where('state', '=', 'unconfirmed')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false where there was nothing confirmed to withdraw */
export async function setWithdrawn(trx: Queries, supporterKey: Buffer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('actions')
    .set({ state: 'withdrawn' })
    .where('supporter_key', '=', supporterKey)
    .where('id', '=', id)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function touchSupporter(trx: Queries, key: Buffer, now: Date): Promise<void> {
  await trx.updateTable('supporters').set({ last_act_at: now }).where('key', '=', key).execute();
}

/** @returns whether the supporter is new to the campaign */
export async function joinCampaign(
  trx: Queries,
  row: { supporterKey: Buffer; campaignId: string; country: string; now: Date },
): Promise<boolean> {
  const joined = await trx
    .insertInto('campaign_supporters')
    .values({
      supporter_key: row.supporterKey,
      campaign_id: row.campaignId,
      country: row.country,
      joined_at: row.now,
    })
    .onConflict((conflict) => conflict.columns(['supporter_key', 'campaign_id']).doNothing())
    .returning('country')
    .executeTakeFirst();
  return joined !== undefined;
}

/**
 * Takes a supporter out of a campaign in which nothing confirmed of theirs is left.
 * @returns the country under which they were counted; undefined where they still count, or never did
 */
export async function leaveCampaign(
  trx: Queries,
  supporterKey: Buffer,
  campaignId: string,
): Promise<string | undefined> {
  const left = await trx
    .deleteFrom('campaign_supporters')
    .where('supporter_key', '=', supporterKey)
    .where('campaign_id', '=', campaignId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('actions')
            .select('id')
            .where('supporter_key', '=', supporterKey)
            .where('campaign_id', '=', campaignId)
            .where('state', '=', 'confirmed'),
        ),
      ),
    )
    .returning('country')
    .executeTakeFirst();
  return left?.country;
}

export function selectSupporter(queries: Queries, key: Buffer) {
  return queries
    .selectFrom('supporters')
    .select(['address_sealed', 'created_at', 'last_act_at'])
    .where('key', '=', key)
    .executeTakeFirst();
}

export function selectJoined(queries: Queries, key: Buffer) {
  return queries
    .selectFrom('campaign_supporters')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
    .select(['slug', 'country', 'joined_at'])
    .where('supporter_key', '=', key)
    .execute();
}
