import type { ContentRow } from '../starting-content/content-unit.ts';
import { beginningOf, dayIn, endOf, type TimeZone } from '../text/time-zone.ts';
import type { CampaignInFolder } from './campaign-in-folder.ts';
import type { selectCampaigns } from './campaign-queries.ts';
import type { AskText } from './campaign-text.ts';
import { keys } from './content-keys.ts';

/** How old knowledge may be where no file and no operator says: as the column's default. */
const PLAIN_FOR_MONTHS = 24;

/** The first and the last day. */
export interface TimesRow {
  readonly opensOn: string;
  readonly closesOn: string | null;
}

/** What a folder says of a campaign, row by row; each can be edited without the others. Its times come first: with them it begins. */
export function rowsInFolder({ facts, texts, asks }: CampaignInFolder): ContentRow[] {
  const { slug, opensOn, closesOn = null, position = null, plainForMonths = PLAIN_FOR_MONTHS } = facts;
  const { letterLimit, hashtags, video = null } = facts;
  return [
    { key: keys.times(slug), value: { opensOn, closesOn } satisfies TimesRow },
    { key: keys.facts(slug), value: { letterLimit, hashtags, video } },
    { key: keys.place(slug), value: position },
    { key: keys.plainFor(slug), value: plainForMonths },
    ...texts.map(({ lang, text }) => ({ key: keys.words(slug, lang), value: text })),
    ...asks.flatMap(({ slug: ask, facts: { aim, when, office = null, defaults }, texts: words }, place) => [
      { key: keys.ask(slug, ask), value: { aim, when, office, defaults, place } },
      ...words.flatMap(({ lang, text }) => askWords(keys.askWords(slug, ask, lang), text)),
    ]),
  ];
}

/** The conditional words came later than the others, so that they may stand beside words that somebody had edited. */
function askWords(key: string, { conditional, ...text }: Partial<AskText>): ContentRow[] {
  return [{ key, value: text }, ...(conditional ? [{ key: `${key}/conditional`, value: conditional }] : [])];
}

type Selected = Awaited<ReturnType<typeof selectCampaigns>>;

/** The same of all that stand. */
export function storedRows({ campaigns, texts, asks, askTexts }: Selected, zone: TimeZone): ContentRow[] {
  return campaigns.flatMap((campaign) => {
    const { id, slug, opens_at, closes_at, position, plain_for_months, letter_limit, hashtags, video } = campaign;
    return [
      {
        key: keys.times(slug),
        value: { opensOn: dayOf(zone, opens_at, beginningOf), closesOn: closes_at && dayOf(zone, closes_at, endOf) },
      },
      { key: keys.facts(slug), value: { letterLimit: letter_limit, hashtags, video } },
      { key: keys.place(slug), value: position },
      { key: keys.plainFor(slug), value: plain_for_months },
      ...texts
        .filter(({ campaign_id }) => campaign_id === id)
        .map(({ lang, text }) => ({ key: `${slug}/${lang}`, value: text })),
      ...asks
        .filter(({ campaign_id }) => campaign_id === id)
        .flatMap(({ id: askId, slug: ask, aim, condition, office, defaults, position: place }) => [
          { key: keys.ask(slug, ask), value: { aim, when: condition, office, defaults, place } },
          ...askTexts
            .filter(({ ask_id }) => ask_id === askId)
            .flatMap(({ lang, text }) => askWords(`${keys.ask(slug, ask)}/${lang}`, text as Partial<AskText>)),
        ]),
    ];
  });
}

/** A day, where the moment is its beginning or its end in this zone; else the moment: somebody set it, or the zone was another. */
function dayOf(zone: TimeZone, moment: Date, boundary: (zone: TimeZone, day: string) => Date): string {
  // The day that ended is the one before its end.
  const day = dayIn(zone, new Date(moment.getTime() - (boundary === endOf ? 1 : 0)));
  return boundary(zone, day).getTime() === moment.getTime() ? day : moment.toISOString();
}
