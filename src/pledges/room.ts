import { campaignsShownInAnyLanguage } from '../campaigns/campaigns.ts';
import { ofCampaign } from '../campaigns/pages-of-campaign.ts';
import type { App } from '../http/app.ts';
import { getForOne, post } from '../http/route.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { Room } from '../room.ts';
import { pledgeAddresses } from './addresses.ts';
import { join, joinPage } from './join.tsx';
import { joinQuery, pledgeForm } from './join-form.ts';
import { pledgeKind } from './pledge-kind.ts';

export const pledges: Room = {
  name: 'pledges',
  speaks: true,
  addresses: pledgeAddresses,
  routes: [getForOne(pledgeAddresses.join, joinPage, joinQuery), post(pledgeAddresses.join, pledgeForm, join)],
  actionKinds: [pledgeKind],
  sitemap: fromVisible(
    ({ database }: App) => campaignsShownInAnyLanguage(database),
    ({ open }) => open.map((campaign) => ofCampaign(campaign, pledgeAddresses.join)),
  ),
  sitemapTags: ['campaigns'],
};
