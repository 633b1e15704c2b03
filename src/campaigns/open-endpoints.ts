import { z } from 'zod';
import { langs } from '../config/langs.ts';
import type { Database } from '../database/database.ts';
import { COUNTS } from '../http/finished.ts';
import type { OpenEndpoint, OpenQuestion } from '../http/open-endpoint.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { campaignsShown, campaignsShownInAnyLanguage } from './campaigns.ts';
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

async function campaignAs({ app }: OpenQuestion, one: Campaign, leading: boolean) {
  const { people, letters } = await tallyOf(app.database, one.id);
  const words = await Promise.all(
    langs.map(async (lang) => {
      const spoken = await inLang(app.database, one.id, lang);
      const page = `${app.settings.PUBLIC_URL}${campaignAddresses.campaign(lang, one.slug)}`;
      return spoken.map(({ text: { name, tagline } }) => [lang, { name, tagline, page }] as const);
    }),
  );
  return {
    slug: one.slug,
    state: one.state,
    leading,
    opensAt: one.opensAt.toISOString(),
    closesAt: one.closesAt?.toISOString() ?? null,
    controller: one.controller.name,
    people,
    letters,
    asks: one.asks.map(({ slug }) => slug),
    words: Object.fromEntries(words.flat()),
  };
}

async function inLang(database: Database, id: string, lang: Campaign['lang']): Promise<readonly Campaign[]> {
  const { open, closed } = await campaignsShown(database, lang);
  return [...open, ...closed].filter((one) => one.id === id);
}

export const openEndpoints: readonly OpenEndpoint[] = [
  {
    path: '/campaigns',
    summary: 'Campaigns: those that are open, the leading one first, then those that have closed',
    query: z.strictObject({}),
    answer: z.strictObject({ items: z.array(campaign) }),
    tags: [COUNTS],
    handle: async (asked) => {
      const { open, closed } = await campaignsShownInAnyLanguage(asked.app.database);
      const items = [...open, ...closed].map((one) => campaignAs(asked, one, one === open[0]));
      return { items: await Promise.all(items) };
    },
  },
];
