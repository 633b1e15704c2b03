import type { Queries } from '../database/database.ts';
import type { Day } from '../facts/partial-day.ts';
import { conditionOn, type Verdict } from '../states/conditions.ts';
import { type TreatyRecord, treatyRecordOf } from '../states/states-record.ts';
import type { Ask, Campaign } from './campaigns.ts';

/** An ask that applies to a state on a day, with what that rests on. */
export interface Applying {
  readonly ask: Ask;
  readonly verdict: Verdict;
}

export interface AsksOn {
  /** The one that a letter makes. */
  readonly leading: Applying;
  /** The others that apply, in the campaign's order. */
  readonly rest: readonly Applying[];
}

/**
 * What a campaign asks of a state on a day. The leading ask rests on facts that were read in a source or worked out from one; where none
 * qualifies it is the general call, which applies to every state.
 * @returns undefined for a campaign without a general call
 */
export function asksOn(
  record: TreatyRecord,
  campaign: Pick<Campaign, 'asks'>,
  iso3: string,
  on: Day,
): AsksOn | undefined {
  const state = record.states.get(iso3);
  const general = campaign.asks.find(({ condition }) => condition === 'always');
  if (!general) return undefined;
  const applying = state
    ? campaign.asks
        .filter((ask) => ask !== general)
        .map((ask) => ({ ask, verdict: conditionOn(record, state, ask.condition, on) }))
        .filter(({ verdict }) => verdict.holds === true)
    : [];
  const leading = applying.find(({ verdict }) => verdict.sure) ?? {
    ask: general,
    verdict: { holds: true, evidence: [], sure: true },
  };
  return { leading, rest: applying.filter((one) => one !== leading) };
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
