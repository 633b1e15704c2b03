import type { Queries } from '../database/database.ts';
import type { Changed } from '../facts/import-facts.ts';
import { cachedVisible } from '../publications/cached-visible.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { answers, conditionOn } from '../states/conditions.ts';
import { treatyRecordOf } from '../states/states-record.ts';
import type { TreatyRecord } from '../states/treaty-record.ts';
import { plusDays } from '../text/partial-day.ts';
import { dayIn, type TimeZone } from '../text/time-zone.ts';
import type { Campaign } from './campaign.ts';
import { everyCampaign } from './campaigns.ts';
import { insertOutcome, type Outcome, selectOutcomes } from './outcome-queries.ts';

export type { Outcome } from './outcome-queries.ts';

/** They change only with the states' record, and are to be seen no earlier than the acts that they tell of. */
const allOutcomes = cachedVisible(
  'states',
  selectOutcomes,
  (all, gate) => gate.dated(all, ({ happened_on }) => happened_on),
  (seen) => seen,
);

/**
 * What states did of what a campaign asks, as far as its readers see both, the latest first; nothing of an act that the record does not
 * have any more.
 */
export const outcomesOf = fromVisible(
  async (queries: Queries, _campaign: Pick<Campaign, 'asks'>) => {
    const [all, record] = await Promise.all([allOutcomes(queries), treatyRecordOf(queries)]);
    return together({ all, record });
  },
  ({ all, record }, _, { asks }) => {
    const seen = new Set(asks.map(({ id }) => id));
    const stands = ({ state, act }: Outcome) => record.states.get(state)?.acts.some(({ id }) => id === act) === true;
    return all.filter((outcome) => seen.has(outcome.ask_id) && stands(outcome));
  },
);

/** How many people have asked something of a state. */
export type CountAskers = (trx: Queries, askId: string, state: string) => Promise<number>;

/**
 * Marks every ask as met that a newly recorded act answers: the act came after the campaign opened, and the ask applied the day before it.
 * @param record the states' record with the new acts in it
 * @param zone in which the day is told on which a campaign opened
 * @param askers handed in by whoever knows what people did
 */
export async function noteOutcomes(
  trx: Queries,
  record: TreatyRecord,
  revision: number,
  changes: readonly Changed[],
  zone: TimeZone,
  askers: CountAskers,
): Promise<void> {
  const fresh = new Set(
    changes.filter(({ file, before }) => file === 'treaty-acts' && before === null).map(({ key }) => key),
  );
  const acts = [...record.states.values()].flatMap((state) =>
    state.acts
      .filter((act) => fresh.has([act.iso3, act.treaty, act.act, act.date].join('/')))
      .map((act) => ({ state, act })),
  );
  for (const campaign of await everyCampaign(trx, 'en')) {
    // Instruments that came together, such as those of the three weapons amendments, meet an ask once.
    const noted = new Set<string>();
    for (const { state, act } of acts) {
      // Whose own day was not read has no day on which it met anything.
      if (act.date_is === 'by' || act.knownOn < dayIn(zone, campaign.opensAt)) continue;
      const met = campaign.asks.filter(
        ({ condition }) =>
          answers(condition, act) &&
          !noted.has(`${condition}/${state.iso3}/${act.knownOn}`) &&
          conditionOn(record, state, condition, plusDays(act.knownOn, -1)).holds === true &&
          conditionOn(record, state, condition, act.knownOn).holds !== true,
      );
      for (const ask of met) {
        noted.add(`${ask.condition}/${state.iso3}/${act.knownOn}`);
        await insertOutcome(trx, {
          campaignId: campaign.id,
          askId: ask.id,
          state: state.iso3,
          act: act.id,
          on: act.knownOn,
          revision,
          people: await askers(trx, ask.id, state.iso3),
        });
      }
    }
  }
}
