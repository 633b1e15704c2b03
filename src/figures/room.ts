import { dayQuery } from '../http/fields.ts';
import { get, getForOne } from '../http/route.ts';
import { pagesOfOurs } from '../publications/pages-of-ours.ts';
import { recordAddresses } from '../record/addresses.ts';
import { pagesNamed } from '../record/pages-named.ts';
import type { Room } from '../room.ts';
import { courtPage } from './court-page.tsx';
import { drawingFile } from './drawings.tsx';
import { figurePage } from './figure-page.tsx';
import { figureIds } from './figures.ts';
import { figuresPage } from './figures-page.tsx';
import { explainerSlugs, learnPage } from './learn-page.tsx';
import { peoplePage } from './people-page.tsx';
import { pictureFile } from './picture-file.tsx';
import { searchDocuments } from './search-documents.ts';
import { victimsPage } from './victims-page.tsx';

export const figures: Room = {
  name: 'figures',
  navigation: {
    header: [{ label: 'site.nav.record', order: 20, link: (lang, on) => recordAddresses.record(lang, on) }],
  },
  routes: [
    get(recordAddresses.record, courtPage, dayQuery),
    get(recordAddresses.people, peoplePage, dayQuery),
    get(recordAddresses.victims, victimsPage, dayQuery),
    get(recordAddresses.figures, figuresPage, dayQuery),
    get(recordAddresses.figure, figurePage, dayQuery),
    getForOne(recordAddresses.picture, pictureFile, dayQuery),
    get(recordAddresses.drawing, drawingFile, dayQuery),
    get(recordAddresses.learn, learnPage, dayQuery),
  ],
  sitemap: pagesOfOurs(
    (lang) => recordAddresses.record(lang),
    (lang) => recordAddresses.figures(lang),
    (lang) => recordAddresses.people(lang),
    (lang) => recordAddresses.victims(lang),
    ...pagesNamed(explainerSlugs, recordAddresses.learn),
    ...pagesNamed(figureIds, recordAddresses.figure),
  ),
  sitemapTags: ['record'],
  searchDocuments,
};
