import type { PageIn, Room } from '../room.ts';
import { dayQuery } from '../site/fields.ts';
import { get } from '../site/route.ts';
import { stateAddresses } from './addresses.ts';
import { statePage } from './state-page.tsx';
import { statesPage } from './states-page.tsx';
import { treatyRecordOf } from './states-record.ts';
import { statesQuery } from './states-table.ts';

export const states: Room = {
  name: 'states',
  speaks: true,
  owns: ['states'],
  addresses: stateAddresses,
  routes: [get(stateAddresses.states, statesPage, statesQuery), get(stateAddresses.state, statePage, dayQuery)],
  styles: ['map/map.css'],
  sitemap: async ({ database }) => [
    (lang) => stateAddresses.states(lang),
    ...[...(await treatyRecordOf(database)).states.keys()].map(
      (iso3): PageIn =>
        (lang) =>
          stateAddresses.state(lang, iso3),
    ),
  ],
  sitemapTags: ['states'],
};
