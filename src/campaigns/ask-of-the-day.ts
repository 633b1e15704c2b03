import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { partialDay } from '../locales/format.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { conditionOn, type Verdict } from '../states/conditions.ts';
import { isRecent } from '../states/coverage.ts';
import { type TreatyRecord, treatyRecordOf } from '../states/states-record.ts';
import { type Day, firstDay, type PartialDay } from '../text/partial-day.ts';
import type { Ask, Campaign } from './campaign.ts';
import type { AskText } from './campaign-text.ts';

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
 * What a campaign asks of a state on a day, by facts that were read in a source or worked out from one: first what is known and not
 * older than the campaign's limit; then come those that held when their list was last known whole, in conditional words; then the
 * general call, which applies to every state.
 * @returns undefined where nothing applies and the general call is not to be seen
 */
export function asksOn(record: TreatyRecord, campaign: Asking, iso3: string, on: Day): AsksOn | undefined {
  const general = campaign.asks.find(({ condition }) => condition === 'always');
  const all = campaign.asks.filter((ask) => ask !== general).flatMap((ask) => apply(record, campaign, ask, iso3, on));
  const applying = [...all.filter(({ conditional }) => !conditional), ...all.filter(({ conditional }) => conditional)];
  const leading = applying[0] ?? (general && generally(general));
  return leading && { leading, rest: applying.filter((one) => one !== leading) };
}

function generally(ask: Ask): Applying {
  return { ask, verdict: { holds: true, evidence: [], sure: true }, conditional: false };
}

/** An ask that holds and is sure; one without conditional words is not made where only those would be true. */
function apply(record: TreatyRecord, { lang, plainForMonths }: Asking, ask: Ask, iso3: string, on: Day): Applying[] {
  const state = record.states.get(iso3);
  const verdict = state && conditionOn(record, state, ask.condition, on);
  if (verdict?.holds !== true || !verdict.sure) return [];
  const { lastWhole } = verdict;
  if (lastWhole === undefined || isRecent(firstDay(lastWhole), on, plainForMonths))
    return [{ ask, verdict, conditional: false }];
  const text = conditionalText(lang, ask.text, lastWhole);
  return text ? [{ ask: { ...ask, text }, verdict, conditional: true }] : [];
}

/** A text and a month have one conditional text, so that what is worked out from its words is worked out once. */
const conditionalTexts = new WeakMap<AskText, Map<string, AskText>>();

function conditionalText(lang: Lang, text: AskText, lastWhole: PartialDay): AskText | undefined {
  if (!text.conditional) return undefined;
  const month = lastWhole.slice(0, 7);
  const known = conditionalTexts.get(text) ?? new Map<string, AskText>();
  conditionalTexts.set(text, known);
  const made = known.get(month) ?? inWordsOf(partialDay(lang, month), text, text.conditional);
  known.set(month, made);
  return made;
}

function inWordsOf(when: string, text: AskText, { because, opening }: NonNullable<AskText['conditional']>): AskText {
  return { ...text, because: because.replaceAll('{when}', when), opening: opening.replaceAll('{when}', when) };
}

interface DayOfAsks {
  readonly on: Day;
  readonly byState: Map<string, AsksOn | undefined>;
}

const daysOfAsks = new WeakMap<TreatyRecord, WeakMap<Campaign, DayOfAsks>>();

/** As asksOn; each accepted letter asks for it, so that it is worked out once a day, record and campaign. */
function asksOfTheDay(record: TreatyRecord, campaign: Campaign, iso3: string, on: Day): AsksOn | undefined {
  if (!record.states.has(iso3)) return asksOn(record, campaign, iso3, on);
  const days = daysOfAsks.get(record) ?? new WeakMap<Campaign, DayOfAsks>();
  daysOfAsks.set(record, days);
  const known = days.get(campaign);
  const { byState } = known?.on === on ? known : { byState: new Map<string, AsksOn | undefined>() };
  days.set(campaign, { on, byState });
  if (!byState.has(iso3)) byState.set(iso3, asksOn(record, campaign, iso3, on));
  return byState.get(iso3);
}

/** The ask whose letter somebody gets to write to a state today. */
export const askOfTheDay = fromVisible(
  (queries: Queries, _campaign: Campaign, _iso3: string, _on: Day) => treatyRecordOf(queries),
  (record, _, campaign, iso3, on) => asksOfTheDay(record, campaign, iso3, on)?.leading.ask,
);

/** An ask by its name as it is made of a state today; in its plain words where it does not apply any more. */
export const askByName = fromVisible(
  (queries: Queries, _campaign: Campaign, _slug: string, _iso3: string, _on: Day) => treatyRecordOf(queries),
  (record, _, campaign, slug, iso3, on) => {
    const asks = asksOfTheDay(record, campaign, iso3, on);
    const applying = asks && [asks.leading, ...asks.rest].find(({ ask }) => ask.slug === slug);
    return applying?.ask ?? campaign.asks.find((ask) => ask.slug === slug);
  },
);
