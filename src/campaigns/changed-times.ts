import { beginningOf, endOf, type TimeZone } from '../text/time-zone.ts';
import type { CampaignTimes } from './campaign-queries.ts';
import { campaignStateAt } from './shown-campaigns.ts';

export type Times = Pick<CampaignTimes, 'opensAt' | 'closesAt'>;

/** When a campaign opens and closes whose first and last day are these. */
export function timesIn(zone: TimeZone, opensOn: string, closesOn: string | null | undefined): Times {
  return { opensAt: beginningOf(zone, opensOn), closesAt: closesOn ? endOf(zone, closesOn) : null };
}

/** Why a campaign can't be given other times: people have taken part in what was open, and are forgotten after it has closed. */
export function timesRefused(known: Times, times: Times, now: Date): string[] {
  const [was, will] = [campaignStateAt(known, now), campaignStateAt(times, now)];
  return [
    ...(was !== 'scheduled' && will === 'scheduled' ? ['opensOn: it has opened already, it can only be closed'] : []),
    ...(was === 'closed' && will === 'open'
      ? ['closesOn: it has closed; what comes after it needs a slug of its own']
      : []),
  ];
}
