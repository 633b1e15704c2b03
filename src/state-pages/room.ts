import type { App } from '../http/app.ts';
import { dayQuery } from '../http/fields.ts';
import { get } from '../http/route.ts';
import { regions } from '../maps/regions.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { PageIn, Room } from '../room.ts';
import { stateAddresses } from '../states/addresses.ts';
import { treatyRecordOf } from '../states/states-record.ts';
import { regionPage } from './region-page.tsx';
import { searchDocuments } from './search-documents.ts';
import { statePage } from './state-page.tsx';
import { statesPage } from './states-page.tsx';
import { statesQuery } from './states-table.ts';

export const statePages: Room = {
  name: 'state-pages',
  addresses: stateAddresses,
  navigation: {
    header: [{ label: 'site.nav.states', order: 30, link: (lang, on) => stateAddresses.states(lang, { on }) }],
  },
  routes: [
    get(stateAddresses.states, statesPage, statesQuery),
    get(stateAddresses.region, regionPage, dayQuery),
    get(stateAddresses.state, statePage, dayQuery),
  ],
  sitemap: fromVisible(
    ({ database }: App) => treatyRecordOf(database),
    ({ states }): PageIn[] => [
      (lang) => stateAddresses.states(lang),
      ...[...regions, 'world'].map(
        (region): PageIn =>
          (lang) =>
            stateAddresses.region(lang, region),
      ),
      ...[...states.keys()].map(
        (iso3): PageIn =>
          (lang) =>
            stateAddresses.state(lang, iso3),
      ),
    ],
  ),
  searchDocuments: [searchDocuments],
  sitemapTags: ['states'],
};
