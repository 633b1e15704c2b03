import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

interface ShownRow {
  readonly supporter_key: Buffer;
  readonly action_id: string;
  readonly details_sealed: Buffer | null;
}

/**
 * What readers may see: approved, agreed to at this moment, of a state whose risk is open, given to whoever the campaign is now. Of one
 * person who agreed twice in a campaign the latest. Asked of what is stored each time, beside the triggers of migration 107.
 */
const shown = sql`FROM offered_names n
  JOIN actions a ON a.supporter_key = n.supporter_key AND a.id = n.action_id AND a.state = 'confirmed' AND a.details_sealed IS NOT NULL
  JOIN campaigns k ON k.id = n.campaign_id AND k.controller_id = a.controller_id
  JOIN consents c ON c.supporter_key = n.supporter_key AND c.id = n.consent_id AND c.withdrawn_at IS NULL
  JOIN states s ON s.iso3 = n.country AND s.risk = 'open'`;
const isLatest = sql`NOT EXISTS (SELECT FROM offered_names o WHERE o.supporter_key = n.supporter_key AND o.campaign_id = n.campaign_id
  AND o.state = 'shown' AND (o.offered_at, o.consent_id) > (n.offered_at, n.consent_id))`;

/** One page of them, in the order of their places, which is of chance. */
export async function selectShown(
  queries: Queries,
  campaignId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`SELECT n.supporter_key, n.action_id, a.details_sealed ${shown}
    WHERE n.campaign_id = ${campaignId} AND n.state = 'shown' AND ${isLatest}
    ORDER BY n.place LIMIT ${limit} OFFSET ${offset}`.execute(queries);
  return rows;
}

/** The ids of campaigns that have any. */
export async function selectCampaignsWithNames(queries: Queries): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM campaigns
    WHERE EXISTS (SELECT ${shown} WHERE n.campaign_id = campaigns.id AND n.state = 'shown')`.execute(queries);
  return new Set(rows.map(({ id }) => id));
}
