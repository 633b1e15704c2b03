import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { originalOf } from '../texts/versions.ts';
import type { AskRules } from './ask-rules.ts';
import type { InLang } from './campaign-in-folder.ts';
import { selectCampaigns } from './campaign-queries.ts';
import type { AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

/** What another campaign begins with. */
export interface TakenOver {
  readonly facts: Pick<CampaignFacts, 'letterLimit' | 'hashtags'> & {
    readonly plainForMonths: number;
    readonly video: CampaignFacts['video'] | null;
  };
  readonly texts: readonly InLang<CampaignText>[];
  /** The language from which the others are translated. */
  readonly original: Lang | undefined;
  /** In the order in which they lead. */
  readonly asks: readonly TakenAsk[];
}

export interface TakenAsk {
  readonly slug: string;
  readonly rules: AskRules;
  readonly texts: readonly InLang<AskText>[];
  readonly original: Lang | undefined;
}

export const NOTHING_TAKEN: TakenOver = {
  facts: { letterLimit: 5, plainForMonths: 24, hashtags: [], video: null },
  ...{ texts: [], original: undefined, asks: [] },
};

/** What stands of a campaign, without asks that were withdrawn or hidden; undefined: there is none. */
export async function takenFrom(queries: Queries, slug: string): Promise<TakenOver | undefined> {
  const { campaigns, texts, asks, askTexts, publications } = await selectCampaigns(queries);
  const one = campaigns.find((campaign) => campaign.slug === slug);
  if (!one) return undefined;
  const isMade = (id: string) => !publications.get(id)?.withdrawnAt && !publications.get(id)?.hidden;
  const taken: TakenAsk[] = [];
  for (const ask of asks.filter(({ campaign_id, id }) => campaign_id === one.id && isMade(id))) {
    const { aim, condition: when, office, defaults } = ask;
    taken.push({
      slug: ask.slug,
      rules: { aim, when, office, defaults } as AskRules,
      texts: inLangs<AskText>(askTexts.filter(({ ask_id }) => ask_id === ask.id)),
      original: (await originalOf(queries, ask.id))?.lang,
    });
  }
  return {
    facts: {
      ...{ letterLimit: one.letter_limit, plainForMonths: one.plain_for_months },
      ...{ hashtags: one.hashtags, video: one.video },
    },
    texts: inLangs<CampaignText>(texts.filter(({ campaign_id }) => campaign_id === one.id)),
    original: (await originalOf(queries, one.id))?.lang,
    asks: taken,
  };
}

function inLangs<Text>(rows: readonly { readonly lang: string; readonly text: unknown }[]): InLang<Text>[] {
  return rows.map(({ lang, text }) => ({ lang: lang as Lang, text: text as Text }));
}
