import { datasetContent } from '../facts/dataset-content.ts';
import { dayQuery } from '../http/fields.ts';
import { get } from '../http/route.ts';
import type { Room } from '../room.ts';
import { recordAddresses } from './addresses.ts';
import { casePage } from './case-page.tsx';
import { pagesNamed } from './pages-named.ts';
import { participantPage } from './participant-page.tsx';
import { personPage } from './person-page.tsx';
import { worldOf } from './record.ts';
import { recordDataset } from './record-dataset.ts';
import { searchDocuments } from './search-documents.ts';
import { situationPage } from './situation-page.tsx';

export const record: Room = {
  name: 'record',
  speaks: true,
  addresses: recordAddresses,
  content: { units: [datasetContent(recordDataset, 'content/record')] },
  routes: [
    get(recordAddresses.situation, situationPage, dayQuery),
    get(recordAddresses.case, casePage, dayQuery),
    get(recordAddresses.participant, participantPage, dayQuery),
    get(recordAddresses.person, personPage, dayQuery),
  ],
  styles: ['styles.css'],
  sitemap: async ({ database }) => {
    const { docket } = await worldOf(database);
    return [
      ...pagesNamed(docket.situations.keys(), recordAddresses.situation),
      ...pagesNamed(docket.cases.keys(), recordAddresses.case),
      ...pagesNamed(docket.people.keys(), recordAddresses.person),
    ];
  },
  searchDocuments,
  sitemapTags: ['record'],
};
