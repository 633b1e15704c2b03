import { campaignsIn } from '../campaigns/campaigns.ts';
import { getForOne, post } from '../http/route.ts';
import type { PageIn, Room } from '../room.ts';
import { pledgeAddresses } from './addresses.ts';
import { join, joinPage } from './join.tsx';
import { joinQuery, pledgeForm } from './join-form.ts';
import { supporterKindName } from './supporter-kinds.ts';

export const pledges: Room = {
  name: 'pledges',
  speaks: true,
  addresses: pledgeAddresses,
  routes: [getForOne(pledgeAddresses.join, joinPage, joinQuery), post(pledgeAddresses.join, pledgeForm, join)],
  actionKinds: [{ kind: 'pledge', supporterKind: supporterKindName }],
  sitemap: async ({ database }) =>
    (await campaignsIn(database, 'en')).map(
      ({ slug }): PageIn =>
        (lang) =>
          pledgeAddresses.join(lang, slug),
    ),
  sitemapTags: ['campaigns'],
};
