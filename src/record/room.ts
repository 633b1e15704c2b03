import type { Lang } from '../config/langs.ts';
import { dayQuery } from '../http/fields.ts';
import { get, getForOne } from '../http/route.ts';
import type { PageIn, Room } from '../room.ts';
import { recordAddresses } from './addresses.ts';
import { casePage } from './case-page.tsx';
import { drawingFile } from './drawings.tsx';
import { figurePage } from './figure-page.tsx';
import { figureIds } from './figures/figures.ts';
import { figuresPage } from './figures-page.tsx';
import { explainerSlugs, learnPage } from './learn-page.tsx';
import { participantPage } from './participant-page.tsx';
import { personPage } from './person-page.tsx';
import { pictureFile } from './picture-file.tsx';
import { worldOf } from './record.ts';
import { courtPage } from './record-page.tsx';
import { situationPage } from './situation-page.tsx';
import { victimsPage } from './victims-page.tsx';

export const record: Room = {
  name: 'record',
  speaks: true,
  addresses: recordAddresses,
  navigation: {
    header: [{ label: 'site.nav.record', order: 20, link: (lang, on) => recordAddresses.record(lang, on) }],
  },
  routes: [
    get(recordAddresses.record, courtPage, dayQuery),
    get(recordAddresses.victims, victimsPage, dayQuery),
    get(recordAddresses.figures, figuresPage, dayQuery),
    get(recordAddresses.figure, figurePage, dayQuery),
    get(recordAddresses.situation, situationPage, dayQuery),
    get(recordAddresses.case, casePage, dayQuery),
    get(recordAddresses.participant, participantPage, dayQuery),
    get(recordAddresses.person, personPage, dayQuery),
    getForOne(recordAddresses.picture, pictureFile, dayQuery),
    get(recordAddresses.drawing, drawingFile, dayQuery),
    get(recordAddresses.learn, learnPage, dayQuery),
  ],
  styles: ['styles.css'],
  sitemap: async ({ database }) => {
    const { docket } = await worldOf(database);
    const { learn, situation, person, figure, record: court, figures, victims } = recordAddresses;
    return [
      ...[court, figures, victims].map(
        (page): PageIn =>
          (lang) =>
            page(lang),
      ),
      ...each(explainerSlugs, learn),
      ...each(docket.situations.keys(), situation),
      ...each(docket.cases.keys(), recordAddresses.case),
      ...each(docket.people.keys(), person),
      ...each(figureIds, figure),
    ];
  },
  sitemapTags: ['record'],
};

function each(names: Iterable<string>, page: (lang: Lang, name: string) => string): PageIn[] {
  return [...names].map((name) => (lang) => page(lang, name));
}
