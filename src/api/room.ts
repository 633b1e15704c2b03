import { get } from '../http/route.ts';
import { pagesOfOurs } from '../publications/pages-of-ours.ts';
import type { Room } from '../room.ts';
import { apiAddresses } from './addresses.ts';
import { calendarFile } from './calendar.ts';
import { changesPage } from './changes-page.tsx';
import { dataPage } from './data-page.tsx';
import { datasetFile, fileQuery } from './dataset-files.ts';
import { feedFile } from './feeds.ts';
import { recordFeeds } from './record-feeds.ts';
import { verificationPage } from './verification-page.tsx';

export const api: Room = {
  name: 'api',
  speaks: true,
  addresses: apiAddresses,
  navigation: { footer: [{ label: 'site.nav.data', order: 10, link: (lang) => apiAddresses.data(lang) }] },
  routes: [
    get(apiAddresses.data, dataPage),
    get(apiAddresses.changes, changesPage),
    get(apiAddresses.verification, verificationPage),
    get(apiAddresses.file, datasetFile, fileQuery),
    get(apiAddresses.feed, feedFile),
    get(apiAddresses.calendar, calendarFile),
  ],
  feeds: recordFeeds,
  sitemap: pagesOfOurs(
    (lang) => apiAddresses.data(lang),
    (lang) => apiAddresses.changes(lang),
    (lang) => apiAddresses.verification(lang),
  ),
};
