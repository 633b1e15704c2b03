import { type AsksOn, asksOn } from '../campaigns/ask-of-the-day.ts';
import type { Campaign, OpenCampaign } from '../campaigns/campaign.ts';
import { campaignsShown } from '../campaigns/campaigns.ts';
import { type Outcome, outcomesOf } from '../campaigns/outcomes.ts';
import type { Queries } from '../database/database.ts';
import type { RecordView } from '../record/record-view.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { AsksOfState, Met } from './asks-of-state.tsx';

interface Asking {
  readonly campaign: OpenCampaign;
  readonly asks: AsksOn;
}

/** What campaigns ask of one state, and what it did of it. */
export interface CampaignsOfState {
  /** The leading one first. */
  readonly asking: readonly Asking[];
  readonly met: readonly { readonly campaign: Campaign; readonly outcomes: readonly Outcome[] }[];
}

/** @param on the day for which all is told */
export async function campaignsOfState(
  queries: Queries,
  { view, world, on }: RecordView,
  { iso3 }: StateRecord,
): Promise<CampaignsOfState> {
  const { open, closed } = await campaignsShown(queries, view.lang);
  const asking = open.flatMap((campaign) => {
    const asks = asksOn(world.treaty, campaign, iso3, on);
    return asks ? [{ campaign, asks }] : [];
  });
  const met = [...open, ...closed].map(async (campaign) => ({
    campaign,
    outcomes: (await outcomesOf(queries, campaign)).filter((one) => one.state === iso3 && one.happened_on <= on),
  }));
  return { asking, met: await Promise.all(met) };
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
