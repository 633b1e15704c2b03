import { campaignPage } from './campaigns/campaign-page.tsx';
import { sharePage } from './campaigns/share-page.tsx';
import { homePage } from './site/home-page.tsx';
import { privacyPage } from './site/privacy-page.tsx';
import { get, type Route } from './site/route.ts';
import { seeOther } from './site/visit.ts';

/** Every public address. Pages link to them by `src/site/links.ts`. */
export const routes: readonly Route[] = [
  get('/', async ({ lang }) => ({ ...seeOther(`/${lang}`), status: 302 })),
  get('/:lang', homePage),
  get('/:lang/campaigns/:slug', campaignPage),
  get('/:lang/campaigns/:slug/share', sharePage),
  get('/:lang/privacy', privacyPage),
];
