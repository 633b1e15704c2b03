import { type AsksOn, asksOn } from '../campaigns/ask-of-the-day.ts';
import type { Campaign, OpenCampaign } from '../campaigns/campaign.ts';
import { campaignsShown } from '../campaigns/campaigns.ts';
import { type Outcome, outcomesOf } from '../campaigns/outcomes.ts';
import { tallyShownIn } from '../campaigns/tally.ts';
import type { Queries } from '../database/database.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import type { RecordView } from '../record/record-view.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { AsksOfState, Met } from './asks-of-state.tsx';

interface Asking {
  readonly campaign: OpenCampaign;
  readonly asks: AsksOn;
  /** What people of the state did, unless they are few. */
  readonly done: { readonly people: number; readonly letters: number } | undefined;
}

/** What campaigns ask of one state, and what it did of it. */
export interface CampaignsOfState {
  /** The leading one first. */
  readonly asking: readonly Asking[];
  readonly met: readonly { readonly campaign: Campaign; readonly outcomes: readonly Outcome[] }[];
}

/** @param on the day for which all is told */
export const campaignsOfState = fromVisible(
  readCampaigns,
  ({ shown: { open, closed }, record: { world, on }, outcomes, done }, _, __, iso3): CampaignsOfState => {
    const asking = open.flatMap((campaign, at) => {
      const asks = asksOn(world.treaty, campaign, iso3, on);
      return asks ? [{ campaign, asks, done: done[at]?.counted }] : [];
    });
    const met = [...open, ...closed].map((campaign, at) => ({
      campaign,
      outcomes: (outcomes[at] ?? []).filter((one) => one.state === iso3 && one.happened_on <= on),
    }));
    return { asking, met };
  },
);

async function readCampaigns(queries: Queries, record: Visible<RecordView>, iso3: string) {
  const shown = await campaignsShown(queries, record.view.lang);
  const outcomes = [...shown.open, ...shown.closed].map((campaign) => outcomesOf(queries, campaign));
  const done = shown.open.map(({ id }) => tallyShownIn(queries, id, iso3));
  return together({
    shown,
    record,
    outcomes: together(await Promise.all(outcomes)),
    done: together(await Promise.all(done)),
  });
}

interface Props {
  readonly record: RecordView;
  readonly state: StateRecord;
  /** No letter to this government is offered. */
  readonly closed: boolean;
  readonly campaigns: CampaignsOfState;
}

/** The asks of all open campaigns, with one main action; of those that ended, what was met. */
export function AsksOfCampaigns({ record, state, closed, campaigns: { asking, met } }: Props) {
  return (
    <>
      {asking.map(({ campaign, asks }, place) => (
        <AsksOfState
          key={campaign.id}
          record={record}
          campaign={campaign}
          asks={asks}
          state={state}
          closed={closed}
          met={met.find((one) => one.campaign === campaign)?.outcomes ?? []}
          leads={place === 0}
          named={asking.length > 1}
        />
      ))}
      {met
        .filter(({ campaign }) => campaign.state === 'closed')
        .map(({ campaign, outcomes }) => (
          <Met key={campaign.id} view={record.view} campaign={campaign} met={outcomes} />
        ))}
    </>
  );
}
