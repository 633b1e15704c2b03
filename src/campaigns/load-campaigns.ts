import { join } from 'node:path';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { putAskFacts } from './ask-queries.ts';
import { selectRules } from './ask-rules-queries.ts';
import { fileOf, toWrite } from './beside-folder.ts';
import { fileOfRules } from './beside-rules.ts';
import type { CampaignInFolder } from './campaign-in-folder.ts';
import { askIdOf } from './campaign-queries.ts';
import type { AskFacts } from './campaign-text.ts';
import { setAskWords, setCampaignWords } from './change-words.ts';
import { foldersIn, InvalidCampaignError, readCampaign } from './read-campaign.ts';

/**
 * Sets the words of a known campaign, and its asks, as a folder has them.
 * @param unchanged files that stay as they were changed here @returns those whose words wait, as others are scheduled
 */
export async function putWords(
  trx: Queries,
  id: string,
  { texts, asks }: CampaignInFolder,
  by: ActorId,
  unchanged: readonly string[] = [],
): Promise<string[]> {
  const how = { by, brought: true };
  const own = await setCampaignWords(trx, id, texts, { ...how, only: toWrite(texts, unchanged) });
  const waiting = own.map((lang) => fileOf(lang));
  for (const [position, { slug, facts, texts: words }] of asks.entries()) {
    const rules = unchanged.includes(fileOfRules(slug)) ? await rulesThatStand(trx, id, slug) : facts;
    const ask = await putAskFacts(trx, { campaignId: id, slug, position, facts: rules });
    const waits = await setAskWords(trx, ask, words, { ...how, only: toWrite(words, unchanged, slug) });
    waiting.push(...waits.map((lang) => fileOf(lang, slug)));
  }
  return waiting;
}

async function rulesThatStand(trx: Queries, campaign: string, slug: string): Promise<AskFacts> {
  const [newest] = await selectRules(trx, await askIdOf(trx, campaign, slug), 1);
  if (!newest) throw new Error(`the ask ${slug} has no rules`);
  const { office, ...rules } = newest.rules;
  return { ...rules, office: office ?? undefined };
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
