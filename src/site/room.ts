import { get } from '../http/route.ts';
import { pagesOfOurs } from '../publications/pages-of-ours.ts';
import type { Room } from '../room.ts';
import { siteAddresses } from './addresses.ts';
import { formerShareCard, logoFile, logoMarkFile, logoPicture, oneColourFile, shareCardFile } from './brand.ts';
import { fontFile } from './fonts.ts';
import { privacyPage } from './privacy-page.tsx';
import { securityFile } from './security-file.ts';

export const site: Room = {
  name: 'site',
  speaks: true,
  addresses: siteAddresses,
  navigation: { footer: [{ label: 'site.privacy', order: 20, link: (lang) => siteAddresses.privacy(lang) }] },
  routes: [
    get(siteAddresses.privacy, privacyPage),
    get(siteAddresses.mark, logoMarkFile),
    get(siteAddresses.logo, logoFile),
    get(siteAddresses.logoPicture, logoPicture),
    get(siteAddresses.oneColour, oneColourFile),
    get(siteAddresses.shareCard, shareCardFile),
    get(siteAddresses.formerShareCard, formerShareCard),
    get(siteAddresses.font, fontFile),
    get(siteAddresses.security, securityFile),
  ],
  sitemap: pagesOfOurs((lang) => siteAddresses.privacy(lang)),
};
