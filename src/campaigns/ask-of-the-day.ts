import type { Queries } from '../database/database.ts';
import { type Day, lastDay, type PartialDay } from '../facts/partial-day.ts';
import { partialDay } from '../locales/format.ts';
import type { Lang } from '../locales/langs.ts';
import { conditionOn, type Verdict } from '../states/conditions.ts';
import { isRecent } from '../states/coverage.ts';
import { type TreatyRecord, treatyRecordOf } from '../states/states-record.ts';
import type { AskText } from './campaign-text.ts';
import type { Ask, Campaign } from './campaigns.ts';

/** An ask that applies to a state on a day, with what that rests on. */
export interface Applying {
  /** In conditional words where what is known is old. */
  readonly ask: Ask;
  readonly verdict: Verdict;
  /** Its list was last known whole longer ago than the campaign's limit: it holds if nothing has changed since. */
  readonly conditional: boolean;
}

export interface AsksOn {
  /** The one that a letter makes. */
  readonly leading: Applying;
  /** The others that apply: the plain ones, then the conditional ones, each in the campaign's order. */
  readonly rest: readonly Applying[];
}

type Asking = Pick<Campaign, 'asks' | 'lang' | 'plainForMonths'>;

/**
 * What a campaign asks of a state on a day. The leading ask rests on facts that were read in a source or worked out from one, not older than the
 * campaign's limit; then come those that held when their list was last known whole, in conditional words; then the general call, which applies to
 * every state.
 * @returns undefined for a campaign without a general call
 */
export function asksOn(record: TreatyRecord, campaign: Asking, iso3: string, on: Day): AsksOn | undefined {
  const general = campaign.asks.find(({ condition }) => condition === 'always');
  if (!general) return undefined;
  const all = campaign.asks.filter((ask) => ask !== general).flatMap((ask) => apply(record, campaign, ask, iso3, on));
  const applying = [...all.filter(({ conditional }) => !conditional), ...all.filter(({ conditional }) => conditional)];
  const leading = applying.find(({ verdict }) => verdict.sure) ?? {
    ask: general,
    verdict: { holds: true, evidence: [], sure: true },
    conditional: false,
  };
  return { leading, rest: applying.filter((one) => one !== leading) };
}

/** An ask that holds; one without conditional words is not made where only those would be true. */
function apply(record: TreatyRecord, { lang, plainForMonths }: Asking, ask: Ask, iso3: string, on: Day): Applying[] {
  const state = record.states.get(iso3);
  const verdict = state && conditionOn(record, state, ask.condition, on);
  if (verdict?.holds !== true) return [];
  const { lastWhole } = verdict;
  if (lastWhole === undefined || isRecent(lastDay(lastWhole), on, plainForMonths))
    return [{ ask, verdict, conditional: false }];
  const text = conditionalText(lang, ask.text, lastWhole);
  return text ? [{ ask: { ...ask, text }, verdict, conditional: true }] : [];
}

function conditionalText(lang: Lang, text: AskText, lastWhole: PartialDay): AskText | undefined {
  if (!text.conditional) return undefined;
  const when = partialDay(lang, lastWhole.slice(0, 7));
  const { because, opening } = text.conditional;
  return { ...text, because: because.replaceAll('{when}', when), opening: opening.replaceAll('{when}', when) };
}

/** The ask whose letter somebody gets to write to a state today. */
export async function askOfTheDay(
  queries: Queries,
  campaign: Campaign,
  iso3: string,
  on: Day,
): Promise<Ask | undefined> {
  return asksOn(await treatyRecordOf(queries), campaign, iso3, on)?.leading.ask;
}

/** An ask by its name as it is made of a state today; in its plain words where it does not apply any more. */
export async function askByName(
  queries: Queries,
  campaign: Campaign,
  slug: string,
  iso3: string,
  on: Day,
): Promise<Ask | undefined> {
  const asks = asksOn(await treatyRecordOf(queries), campaign, iso3, on);
  const applying = asks && [asks.leading, ...asks.rest].find(({ ask }) => ask.slug === slug);
  return applying?.ask ?? campaign.asks.find((ask) => ask.slug === slug);
}
