import type { Queries } from '../../database/database.ts';
import type { Aim } from '../campaign-text.ts';

/** What is the same of an ask in every language. */
export interface AskFactsRow {
  readonly id: string;
  readonly aim: Aim;
  readonly condition: string;
  readonly office: string | null;
  readonly defaults: string[];
}

/** Of a campaign's asks, in the order in which they lead. */
export async function selectAskFacts(queries: Queries, campaign: string): Promise<AskFactsRow[]> {
  const rows = await queries
    .selectFrom('asks')
    .select(['id', 'aim', 'condition', 'office', 'defaults'])
    .where('campaign_id', '=', campaign)
    .orderBy('position')
    .orderBy('slug')
    .execute();
  return rows as AskFactsRow[];
}

export interface CampaignFactsRow {
  readonly letterLimit: number;
  readonly hashtags: string[];
}

export async function selectCampaignFacts(queries: Queries, campaign: string): Promise<CampaignFactsRow | undefined> {
  return queries
    .selectFrom('campaigns')
    .select(['letter_limit as letterLimit', 'hashtags'])
    .where('id', '=', campaign)
    .executeTakeFirst();
}
