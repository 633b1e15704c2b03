import type { View } from '../http/view.ts';
import type { ClosedCampaign } from './campaign.ts';

/** The last day on which a campaign took part, in its reader's words: where it closes at midnight, the day before. */
export function lastDayOf(view: View, { closesAt }: Pick<ClosedCampaign, 'closesAt'>): string {
  return view.dayOf(new Date(closesAt.getTime() - 1));
}
