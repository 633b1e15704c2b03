import type { CampaignText } from '../../src/campaigns/campaign-text.ts';
import type { WordedItem } from '../../src/campaigns/write-words.ts';
import type { Lang } from '../../src/config/langs.ts';
import type { ControllerId } from '../../src/controllers/controllers.ts';
import type { Database } from '../../src/database/database.ts';
import { versionOf } from '../../src/texts/versions.ts';

/** What stands of a campaign in a language, and the number of its newest version. */
export async function campaignWords(database: Database, slug: string, lang: Lang) {
  const row = await database
    .selectFrom('campaigns')
    .innerJoin('campaign_texts', 'campaign_id', 'id')
    .select(['id', 'controller_id', 'text'])
    .where('slug', '=', slug)
    .where('lang', '=', lang)
    .executeTakeFirstOrThrow();
  const organisation = row.controller_id as ControllerId;
  const item: WordedItem = { id: row.id, kind: 'campaign', name: slug, organisation };
  const newest = await versionOf(database, { item: row.id, lang });
  return { item, version: newest?.number ?? 0, text: row.text as unknown as CampaignText };
}
