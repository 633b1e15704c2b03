import { type Lang, langs } from '../config/langs.ts';
import { type ControllerRow, controllerIn, controllersIn } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { type Audience, everybody, ourselves, takenPart } from '../publications/audience.ts';
import { cachedVisible } from '../publications/cached-visible.ts';
import { alwaysPublic, fromVisible, together } from '../publications/visible-to.ts';
import type { Condition } from '../states/conditions.ts';
import type { Ask, Campaign, CampaignOfAction, CampaignState } from './campaign.ts';
import { type CampaignRow, selectCampaigns } from './campaign-queries.ts';
import { type Aim, type AskText, type CampaignText, noWords } from './campaign-text.ts';
import { previewedRows } from './previewed-campaign.ts';
import { campaignStateAt, nextChange, shownCampaigns } from './shown-campaigns.ts';
import { type Unseen, unseenAs } from './unseen.ts';

export { selectEndedCampaigns as endedCampaigns } from './campaign-queries.ts';

type Everything = Awaited<ReturnType<typeof selectCampaigns>> & { readonly controllers: readonly ControllerRow[] };
type Rows = 'campaigns' | 'texts' | 'asks' | 'askTexts' | 'controllers';
type Seen = { readonly [Name in Rows]: readonly Everything[Name][number][] };

const allCampaigns = cachedVisible(
  'campaigns',
  readEverything,
  (all, gate, clock) => {
    clock.changesAt(nextChange(all.campaigns.map(timesOf), clock.now));
    const texts = gate.authored(all.texts, ({ campaign_id, lang }) => [
      all.publications.get(campaign_id),
      lang as Lang,
    ]);
    const askTexts = gate.authored(all.askTexts, ({ ask_id, lang }) => [all.publications.get(ask_id), lang as Lang]);
    const campaigns = gate.belonging(all.campaigns, idOf, texts, ({ campaign_id }) => campaign_id);
    const asks = gate.belonging(all.asks, idOf, askTexts, ({ ask_id }) => ask_id);
    const controllers = gate.belonging(all.controllers, idOf, campaigns, ({ controller_id }) => controller_id);
    const unseen = alwaysPublic(unseenOf(all, texts), 'told to whoever names one: why nothing is at its address');
    return together({ campaigns, texts, asks, askTexts, controllers, unseen });
  },
  ({ unseen, ...rows }, now) => ({ seen: assemble(rows, now), unseen }),
  previewedRows,
);

const idOf = ({ id }: { readonly id: string }) => id;

async function readEverything(queries: Queries): Promise<Everything> {
  return { ...(await selectCampaigns(queries)), controllers: await controllersIn(queries) };
}

/** The campaigns that readers meet in one language. The page that shows them ends when one of them opens or closes. */
export const campaignsShown = fromVisible(
  (queries: Queries, _lang: Lang) => allCampaigns(queries),
  ({ seen }, _, lang) => shownCampaigns(inLang(seen, lang)),
);

/** The campaign at an address, as everybody may see it; undefined where there is none, or none yet. */
export const campaignBySlug = fromVisible(
  (queries: Queries, _slug: string, lang: Lang) => campaignsShown(queries, lang),
  ({ open, closed }, _, slug) => [...open, ...closed].find((campaign) => campaign.slug === slug),
);

/** Why there is nothing at a campaign's address in any language; undefined where there never was such a campaign, or there is one. */
export async function unseenBySlug(queries: Queries, slug: string): Promise<Unseen | undefined> {
  return [...(await allCampaigns(queries)).unseen.values()].find((one) => one.slug === slug)?.why;
}

/** A campaign, whether it is to come, open or closed, as an audience may see it in one language. */
export async function campaignById(
  queries: Queries,
  id: string,
  lang: Lang,
  audience: Audience = everybody,
): Promise<Campaign | undefined> {
  return (await campaignsIn(queries, lang, audience)).find((campaign) => campaign.id === id);
}

/**
 * A campaign for those who took part, whatever has become of it: in words that were published, in this language or else another; where
 * none are, it is called by its address and says nothing.
 */
export async function campaignKnown(queries: Queries, id: string, lang: Lang): Promise<Campaign | undefined> {
  for (const one of [lang, ...langs]) {
    const known = await campaignById(queries, id, one, takenPart);
    if (known) return known;
  }
  const all = await allCampaigns(queries, ourselves);
  const unsaid = [...all.seen.values()].find((campaign) => campaign.id === id);
  return unsaid && { ...unsaid, asks: [], text: noWords(unsaid.slug) };
}

/** What a campaign is called, whatever has become of it: for those who took part. */
export async function campaignName(queries: Queries, id: string, lang: Lang): Promise<string> {
  return (await campaignKnown(queries, id, lang))?.text.name ?? '';
}

/** The campaigns that readers meet in some language, each in the first of these. */
export const campaignsShownInAnyLanguage = fromVisible(
  (queries: Queries) => allCampaigns(queries),
  ({ seen }) => {
    const each = new Map([...seen.values()].toReversed().map((campaign) => [campaign.id, campaign])).values();
    return shownCampaigns([...each].toReversed());
  },
);

/**
 * All campaigns in one language, the first opened first, also those to come and those hidden: for what is worked out, never for what is
 * shown.
 */
export function everyCampaign(queries: Queries, lang: Lang): Promise<readonly Campaign[]> {
  return campaignsIn(queries, lang, ourselves);
}

/**
 * The campaign of an act, for whoever did it: as everybody sees it in their language; where it is not to be seen there, as it was
 * published in the language in which they took part. Its `langs` are those in which everybody sees it: none where nobody does, or not yet.
 */
export async function campaignOfAction(
  queries: Queries,
  { campaignId, lang: then }: { readonly campaignId: string; readonly lang: Lang },
  lang: Lang,
): Promise<CampaignOfAction | undefined> {
  const { open, closed } = await campaignsShownInAnyLanguage(queries);
  const elsewhere = [...open, ...closed].find(({ id }) => id === campaignId);
  const shown = elsewhere && (await campaignById(queries, campaignId, lang));
  if (shown) return { ...shown, unseen: undefined };
  const known = await campaignKnown(queries, campaignId, then);
  if (!known || elsewhere) return known && { ...known, langs: elsewhere?.langs ?? [], unseen: undefined };
  return { ...known, langs: [], unseen: (await allCampaigns(queries)).unseen.get(campaignId)?.why ?? 'away' };
}

async function campaignsIn(queries: Queries, lang: Lang, audience: Audience): Promise<Campaign[]> {
  return inLang((await allCampaigns(queries, audience)).seen, lang);
}

function inLang(seen: ReadonlyMap<string, Campaign>, lang: Lang): Campaign[] {
  return [...seen].filter(([key]) => key.startsWith(`${lang}/`)).map(([, campaign]) => campaign);
}

function assemble(all: Seen, now: Date): ReadonlyMap<string, Campaign> {
  const asksIn = Map.groupBy(all.askTexts, ({ ask_id, lang }) => `${lang}/${ask_id}`);
  const textsOf = Map.groupBy(all.texts, ({ campaign_id }) => campaign_id);
  return new Map(
    all.campaigns.flatMap((row) => {
      const of = textsOf.get(row.id) ?? [];
      const seenIn = langs.filter((lang) => of.some((text) => text.lang === lang));
      const [controller, state] = [controllerOf(all, row), campaignStateAt(timesOf(row), now)];
      return of.map(({ lang, text }) => {
        const asks = all.asks
          .filter((ask) => ask.campaign_id === row.id)
          .flatMap((ask) => (asksIn.get(`${lang}/${ask.id}`) ?? []).map((words) => askOf(ask, words)));
        const seen = { langs: seenIn, controller, asks, state };
        return [`${lang}/${row.slug}`, campaignOf(row, lang as Lang, text as unknown as CampaignText, seen)] as const;
      });
    }),
  );
}

/** The campaigns none of whose words may be seen, by their ids. */
function unseenOf({ campaigns, publications }: Everything, texts: Seen['texts']) {
  const shown = new Set(texts.map(({ campaign_id }) => campaign_id));
  const unseen = campaigns.filter(({ id }) => !shown.has(id));
  return new Map(
    unseen.map(({ id, slug, opens_at }) => [id, { slug, why: unseenAs(publications.get(id), opens_at) }] as const),
  );
}

const timesOf = ({ opens_at, closes_at }: CampaignRow) => ({ opensAt: opens_at, closesAt: closes_at });

function controllerOf(all: Seen, row: CampaignRow): ControllerRow {
  const controller = all.controllers.find(({ id }) => id === row.controller_id);
  if (!controller) throw new Error(`the campaign ${row.slug} has no controller`);
  return controller;
}

interface SeenWith {
  readonly langs: readonly Lang[];
  readonly controller: ControllerRow;
  readonly asks: readonly Ask[];
  readonly state: CampaignState;
}

function campaignOf(
  row: CampaignRow,
  lang: Lang,
  text: CampaignText,
  { langs: seenIn, controller, asks, state }: SeenWith,
): Campaign {
  return {
    id: row.id,
    slug: row.slug,
    controller: controllerIn(controller, lang),
    ...timesOf(row),
    state,
    position: row.position,
    letterLimit: row.letter_limit,
    plainForMonths: row.plain_for_months,
    lang,
    langs: seenIn,
    hashtags: row.hashtags,
    video: row.video,
    text,
    asks,
  };
}

function askOf(ask: Everything['asks'][number], { text }: Everything['askTexts'][number]): Ask {
  return {
    id: ask.id,
    slug: ask.slug,
    aim: ask.aim as Aim,
    condition: ask.condition as Condition,
    office: ask.office,
    defaults: ask.defaults,
    text: text as unknown as AskText,
  };
}
