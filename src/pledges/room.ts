import { campaignsShownInAnyLanguage } from '../campaigns/campaigns.ts';
import { ofCampaign } from '../campaigns/pages-of-campaign.ts';
import type { App } from '../http/app.ts';
import { get, getForOne, post } from '../http/route.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { Room } from '../room.ts';
import { acrossRooms } from './across-rooms.ts';
import { nameAddresses, pledgeAddresses } from './addresses.ts';
import { join, joinPage } from './join.tsx';
import { joinQuery, pledgeForm } from './join-form.ts';
import { countOffered } from './names/name-queries.ts';
import { namesPage, namesPanel, namesQuery } from './names/names-page.tsx';
import { offerAnew } from './names/offer-anew-queries.ts';
import { nameRoutes, officeAddressesOfNames } from './names/office-names.ts';
import { personalData } from './names/personal-data.tsx';
import { pledgeKind } from './pledge-kind.ts';
import { retention } from './retention.ts';

export const pledges: Room = {
  name: 'pledges',
  speaks: true,
  auditedItems: { name: 'pledges.item.name' },
  owns: ['offered_names'],
  retention,
  across: acrossRooms,
  addresses: { ...pledgeAddresses, ...officeAddressesOfNames },
  routes: [
    getForOne(pledgeAddresses.join, joinPage, joinQuery),
    post(pledgeAddresses.join, pledgeForm, join),
    get(pledgeAddresses.names, namesPage, namesQuery),
  ],
  office: nameRoutes,
  panels: { campaign: namesPanel },
  styles: ['styles.css'],
  personalData,
  afterRestore: offerAnew,
  waits: [
    {
      name: 'offered-names',
      who: 'names.decide',
      label: 'pledges.waits.names',
      way: { link: nameAddresses.offered },
      read: ({ database }) => countOffered(database),
    },
  ],
  actionKinds: [pledgeKind],
  sitemap: fromVisible(
    ({ database }: App) => campaignsShownInAnyLanguage(database),
    ({ open }) => open.map((campaign) => ofCampaign(campaign, pledgeAddresses.join)),
  ),
  sitemapTags: ['campaigns'],
};
