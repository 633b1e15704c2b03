import type { Room } from '../room.ts';
import { siteAddresses } from './addresses.ts';
import { logoFile, logoPicture, markFile, shareCard } from './brand.ts';
import { forgetRemovals } from './invalidation.ts';
import { privacyPage } from './privacy-page.tsx';
import { robotsFile, securityFile } from './robots.ts';
import { get } from './route.ts';

export const site: Room = {
  name: 'site',
  speaks: true,
  owns: ['page_removals', 'spent_proofs'],
  addresses: siteAddresses,
  routes: [
    get(siteAddresses.privacy, privacyPage),
    get(siteAddresses.mark, markFile),
    get(siteAddresses.logo, logoFile),
    get(siteAddresses.logoPicture, logoPicture),
    get(siteAddresses.shareCard, shareCard),
    get(siteAddresses.robots, robotsFile),
    get(siteAddresses.security, securityFile),
  ],
  duties: ({ patient }) => [
    { name: 'forget-page-removals', when: '7 4 * * *', run: () => forgetRemovals(patient.database, new Date()) },
  ],
  sitemap: async () => [siteAddresses.privacy],
};
