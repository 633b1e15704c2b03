import { datasetContent } from '../facts/dataset-content.ts';
import type { App } from '../http/app.ts';
import { dayQuery } from '../http/fields.ts';
import { get } from '../http/route.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { PageIn, Room } from '../room.ts';
import { recordAddresses } from './addresses.ts';
import { casePage } from './case-page.tsx';
import { pagesNamed } from './pages-named.ts';
import { participantPage } from './participant-page.tsx';
import { personPage } from './person-page.tsx';
import { docketOf } from './record.ts';
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
  styles: ['styles.css', 'lists.css', 'drawings.css'],
  sitemap: fromVisible(
    ({ database }: App) => docketOf(database),
    ({ situations, cases, people, participants }): PageIn[] => [
      ...pagesNamed(situations.keys(), recordAddresses.situation),
      ...pagesNamed(cases.keys(), recordAddresses.case),
      ...pagesNamed(people.keys(), recordAddresses.person),
      ...participants.map(
        ({ case: { slug }, person }): PageIn =>
          (lang) =>
            recordAddresses.participant(lang, slug, person.slug),
      ),
    ],
  ),
  searchDocuments,
  sitemapTags: ['record'],
};
