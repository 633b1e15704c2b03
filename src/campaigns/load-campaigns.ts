import { join } from 'node:path';
import type { TimeZone } from '../config/time-zone.ts';
import { type ControllerId, DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { addConditional, campaignIdOf, insertCampaign, putAsk, putCampaignTexts } from './campaign-queries.ts';
import { type CampaignInFolder, foldersIn, InvalidCampaignError, readCampaign } from './read-campaign.ts';

export { hasCampaigns, lacksConditionalWords, lockCampaigns } from './campaign-queries.ts';

/** Loads every campaign below a folder into an empty database. @param zone in which it opens and closes @throws InvalidCampaignError */
export async function loadCampaigns(queries: Queries, folder: string, zone: TimeZone): Promise<void> {
  const campaigns = await campaignsIn(folder);
  const slugs = campaigns.map(({ facts }) => facts.slug);
  const twice = slugs.find((slug, place) => slugs.indexOf(slug) !== place);
  if (twice) throw new InvalidCampaignError([`${folder}: two campaigns are called ${twice}`]);
  for (const campaign of campaigns) await storeCampaign(queries, campaign, zone, DEMONSTRATION);
}

/** Adds a campaign. @param controller who answers for what people give it */
export async function storeCampaign(
  queries: Queries,
  campaign: CampaignInFolder,
  zone: TimeZone,
  controller: ControllerId,
): Promise<void> {
  const id = await insertCampaign(queries, campaign.facts, zone, controller);
  await putWords(queries, id, campaign);
}

/** Sets the words of a known campaign, and its asks. */
export async function putWords(queries: Queries, campaignId: string, { texts, asks }: CampaignInFolder): Promise<void> {
  await putCampaignTexts(queries, campaignId, texts);
  await putAsks(queries, campaignId, asks);
}

async function putAsks(queries: Queries, campaignId: string, asks: CampaignInFolder['asks']): Promise<void> {
  for (const [position, { slug, facts, texts }] of asks.entries())
    await putAsk(queries, { campaignId, slug, position, facts }, texts);
}

/**
 * Brings the asks of campaigns that were loaded before asks followed the facts to what content/ says, once, with the record; letters go on
 * naming the ask that they were written for.
 */
export async function completeAsks(queries: Queries, folder: string): Promise<void> {
  for (const { id, asks } of await knownIn(queries, folder)) await putAsks(queries, id, asks);
}

/** Brings the words of known campaigns, and their asks, to what a folder says now, whatever was edited. @throws InvalidCampaignError */
export async function bringCampaigns(queries: Queries, folder: string): Promise<void> {
  for (const known of await knownIn(queries, folder)) await putWords(queries, known.id, known);
}

/** Gives asks that were loaded before there were conditional words theirs, and leaves what was edited. @throws InvalidCampaignError */
export async function addConditionalWords(queries: Queries, folder: string): Promise<void> {
  for (const { id, asks } of await knownIn(queries, folder))
    for (const { slug, texts } of asks) await addConditional(queries, { campaignId: id, slug }, texts);
}

async function campaignsIn(folder: string): Promise<CampaignInFolder[]> {
  return Promise.all((await foldersIn(folder)).map((name) => readCampaign(join(folder, name))));
}

async function knownIn(queries: Queries, folder: string): Promise<(CampaignInFolder & { readonly id: string })[]> {
  const known = (await campaignsIn(folder)).map(async (campaign) => {
    const id = await campaignIdOf(queries, campaign.facts.slug);
    return id ? [{ ...campaign, id }] : [];
  });
  return (await Promise.all(known)).flat();
}
