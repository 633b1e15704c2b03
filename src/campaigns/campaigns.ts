import type { Lang } from '../config/langs.ts';
import { type Controller, type ControllerRow, controllersIn, named } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Condition } from '../states/conditions.ts';
import { type CampaignRow, selectCampaigns } from './campaign-queries.ts';
import type { Aim, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

/** What one state is asked to do, with its letter in one language. */
export interface Ask {
  readonly id: string;
  readonly slug: string;
  readonly aim: Aim;
  /** When it applies to a state. */
  readonly condition: Condition;
  /** The office that it is best addressed to. */
  readonly office: string | null;
  /** The arguments that are put forward unless the writer chooses otherwise, in this order. */
  readonly defaults: readonly string[];
  readonly text: AskText;
}

/** A campaign as its readers meet it in one language. */
export interface Campaign {
  readonly id: string;
  readonly slug: string;
  /** Who answers for what people give it. */
  readonly controller: Controller;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly letterLimit: number;
  /** How old what is known may be, in months, for an ask to be made plainly. */
  readonly plainForMonths: number;
  /** Of its words. */
  readonly lang: Lang;
  readonly hashtags: readonly string[];
  readonly video: CampaignFacts['video'] | null;
  readonly text: CampaignText;
  readonly asks: readonly Ask[];
}

type Everything = Awaited<ReturnType<typeof selectCampaigns>> & { readonly controllers: readonly ControllerRow[] };

const allCampaigns = cachedInMemory('campaigns', async (queries) =>
  assemble({ ...(await selectCampaigns(queries)), controllers: await controllersIn(queries) }),
);

/** The campaign at an address, undefined where there is none. Kept in memory until an editor's change drops it. */
export async function campaignBySlug(queries: Queries, slug: string, lang: Lang): Promise<Campaign | undefined> {
  return (await allCampaigns(queries)).get(`${lang}/${slug}`);
}

export async function campaignById(queries: Queries, id: string, lang: Lang): Promise<Campaign | undefined> {
  return (await campaignsIn(queries, lang)).find((campaign) => campaign.id === id);
}

/** All campaigns in one language, the first opened first. */
export async function campaignsIn(queries: Queries, lang: Lang): Promise<Campaign[]> {
  return [...(await allCampaigns(queries))]
    .filter(([key]) => key.startsWith(`${lang}/`))
    .map(([, campaign]) => campaign);
}

/** Whether a campaign takes acts at a moment. */
export function isOpen(campaign: Pick<Campaign, 'opensAt' | 'closesAt'>, now: Date): boolean {
  return campaign.opensAt <= now && (campaign.closesAt === null || now < campaign.closesAt);
}

function assemble(all: Everything): ReadonlyMap<string, Campaign> {
  return new Map(
    all.campaigns.flatMap((row) =>
      all.texts
        .filter((text) => text.campaign_id === row.id)
        .map(
          ({ lang, text }) =>
            [`${lang}/${row.slug}`, campaignOf(row, lang as Lang, text as unknown as CampaignText, all)] as const,
        ),
    ),
  );
}

function campaignOf(row: CampaignRow, lang: Lang, text: CampaignText, all: Everything): Campaign {
  const controller = all.controllers.find(({ id }) => id === row.controller_id);
  if (!controller) throw new Error(`the campaign ${row.slug} has no controller`);
  return {
    id: row.id,
    slug: row.slug,
    controller: named(controller, lang),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    letterLimit: row.letter_limit,
    plainForMonths: row.plain_for_months,
    lang,
    hashtags: row.hashtags,
    video: row.video,
    text,
    asks: asksOf(all, row.id, lang),
  };
}

function asksOf(all: Everything, campaignId: string, lang: string): Ask[] {
  return all.asks
    .filter((ask) => ask.campaign_id === campaignId)
    .flatMap((ask) => {
      const words = all.askTexts.find((text) => text.ask_id === ask.id && text.lang === lang);
      return words
        ? [
            {
              id: ask.id,
              slug: ask.slug,
              aim: ask.aim as Aim,
              condition: ask.condition as Condition,
              office: ask.office,
              defaults: ask.defaults,
              text: words.text as unknown as AskText,
            },
          ]
        : [];
    });
}
