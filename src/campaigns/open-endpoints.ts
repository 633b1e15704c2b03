import { z } from 'zod';
import { langs } from '../config/langs.ts';
import { COUNTS } from '../http/finished.ts';
import type { OpenEndpoint, OpenQuestion } from '../http/open-endpoint.ts';
import { alwaysPublic, fromVisible, together } from '../publications/visible-to.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { campaignsShown, campaignsShownInAnyLanguage } from './campaigns.ts';
import type { ShownCampaigns } from './shown-campaigns.ts';
import { tallyOf } from './tally.ts';

const moment = z.iso.datetime();
const campaign = z.strictObject({
  slug: z.string(),
  state: z.enum(['open', 'closed']).describe('Only an open campaign takes letters and names'),
  leading: z.boolean().describe('The one that the first page leads with'),
  opensAt: moment,
  closesAt: moment.nullable().describe('From when on it takes no more letters and names'),
  controller: z.string().describe('Who answers for what people give it'),
  people: z.number().int().describe('How many have joined, as last added up'),
  letters: z.number().int().describe('How many letters were confirmed, as last added up'),
  asks: z.array(z.string()),
  words: z.record(z.string(), z.strictObject({ name: z.string(), tagline: z.string(), page: z.url() })),
});

async function readCampaigns({ app: { database } }: OpenQuestion) {
  const shown = await campaignsShownInAnyLanguage(database);
  const spoken = together(await Promise.all(langs.map((lang) => campaignsShown(database, lang))));
  const counted = [...shown.open, ...shown.closed].map(async ({ id }) => [id, await tallyOf(database, id)] as const);
  const tallies = alwaysPublic(new Map(await Promise.all(counted)), 'counts of campaigns that are shown');
  return together({ shown, spoken, tallies });
}

function campaignAs(one: Campaign, inEach: readonly ShownCampaigns[], publicUrl: string) {
  const words = inEach.flatMap(({ open, closed }) =>
    [...open, ...closed]
      .filter(({ id }) => id === one.id)
      .map(({ lang, text: { name, tagline } }) => {
        const page = `${publicUrl}${campaignAddresses.campaign(lang, one.slug)}`;
        return [lang, { name, tagline, page }] as const;
      }),
  );
  return {
    slug: one.slug,
    state: one.state,
    opensAt: one.opensAt.toISOString(),
    closesAt: one.closesAt?.toISOString() ?? null,
    controller: one.controller.name,
    asks: one.asks.map(({ slug }) => slug),
    words: Object.fromEntries(words),
  };
}

export const openEndpoints: readonly OpenEndpoint[] = [
  {
    path: '/campaigns',
    summaryKey: 'campaigns.endpoint',
    query: z.strictObject({}),
    answer: z.strictObject({ items: z.array(campaign) }),
    tags: [COUNTS],
    handle: fromVisible(readCampaigns, ({ shown: { open, closed }, spoken, tallies }, { app }) => ({
      items: [...open, ...closed].map((one) => ({
        ...campaignAs(one, spoken, app.settings.PUBLIC_URL),
        leading: one === open[0],
        people: tallies.get(one.id)?.people ?? 0,
        letters: tallies.get(one.id)?.letters ?? 0,
      })),
    })),
  },
];
