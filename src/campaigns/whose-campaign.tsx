import type { View } from '../http/view.ts';
import type { Campaign } from './campaign.ts';

/** Whose a campaign is, where it is a member's: one of the operator's own is the site's. */
export function WhoseCampaign({
  view,
  campaign: { controller },
}: {
  view: View;
  campaign: Pick<Campaign, 'controller'>;
}) {
  if (controller.kind !== 'member') return null;
  return <p className="q s">{view.rich('campaigns.of', { name: <bdi>{controller.name}</bdi> })}</p>;
}
