import { join } from 'node:path';
import type { ActorId } from '../actors/actors.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { putAskFacts } from './ask-queries.ts';
import type { CampaignInFolder } from './campaign-in-folder.ts';
import { insertCampaign } from './campaign-queries.ts';
import { setAskWords, setCampaignWords } from './change-words.ts';
import { foldersIn, InvalidCampaignError, readCampaign } from './read-campaign.ts';

/** Adds a campaign. @param controller who answers for what people give it @returns its id */
export async function storeCampaign(
  trx: Queries,
  campaign: CampaignInFolder,
  zone: TimeZone,
  controller: ControllerId,
  by: ActorId,
): Promise<string> {
  const id = await insertCampaign(trx, campaign.facts, zone, controller);
  await putWords(trx, id, campaign, by);
  return id;
}

/** Sets the words of a known campaign, and its asks, as a folder has them. */
export async function putWords(trx: Queries, id: string, { texts, asks }: CampaignInFolder, by: ActorId) {
  const how = { by, brought: true };
  await setCampaignWords(trx, id, texts, how);
  for (const [position, { slug, facts, texts: words }] of asks.entries())
    await setAskWords(trx, await putAskFacts(trx, { campaignId: id, slug, position, facts }), words, how);
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
