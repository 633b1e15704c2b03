import { join } from 'node:path';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { putAsk } from './ask-queries.ts';
import type { CampaignInFolder } from './campaign-in-folder.ts';
import { insertCampaign, putCampaignTexts } from './campaign-queries.ts';
import { foldersIn, InvalidCampaignError, readCampaign } from './read-campaign.ts';

/** Adds a campaign. @param controller who answers for what people give it @returns its id */
export async function storeCampaign(
  queries: Queries,
  campaign: CampaignInFolder,
  zone: TimeZone,
  controller: ControllerId,
): Promise<string> {
  const id = await insertCampaign(queries, campaign.facts, zone, controller);
  await putWords(queries, id, campaign);
  return id;
}

/** Sets the words of a known campaign, and its asks. */
export async function putWords(queries: Queries, campaignId: string, { texts, asks }: CampaignInFolder): Promise<void> {
  await putCampaignTexts(queries, campaignId, texts);
  for (const [position, { slug, facts, texts: words }] of asks.entries())
    await putAsk(queries, { campaignId, slug, position, facts }, words);
}

/** Every campaign below a folder. @throws InvalidCampaignError */
export async function campaignsIn(folder: string): Promise<CampaignInFolder[]> {
  const names = await foldersIn(folder);
  const campaigns = await Promise.all(names.map((name) => readCampaign(join(folder, name))));
  const slugs = campaigns.map(({ facts }) => facts.slug);
  const twice = slugs.find((slug, place) => slugs.indexOf(slug) !== place);
  if (twice) throw new InvalidCampaignError([`${folder}: two campaigns are called ${twice}`]);
  return campaigns;
}
