import { dayQuery } from '../http/fields.ts';
import { get, getForOne } from '../http/route.ts';
import { recordAddresses } from '../record/addresses.ts';
import { drawingFile } from '../record/drawings.tsx';
import { figurePage } from '../record/figure-page.tsx';
import { figureIds } from '../record/figures/figures.ts';
import { figuresPage } from '../record/figures-page.tsx';
import { explainerSlugs, learnPage } from '../record/learn-page.tsx';
import { pagesNamed } from '../record/pages-named.ts';
import { pictureFile } from '../record/picture-file.tsx';
import { courtPage } from '../record/record-page.tsx';
import { victimsPage } from '../record/victims-page.tsx';
import type { Room } from '../room.ts';

export const figures: Room = {
  name: 'figures',
  navigation: {
    header: [{ label: 'site.nav.record', order: 20, link: (lang, on) => recordAddresses.record(lang, on) }],
  },
  routes: [
    get(recordAddresses.record, courtPage, dayQuery),
    get(recordAddresses.victims, victimsPage, dayQuery),
    get(recordAddresses.figures, figuresPage, dayQuery),
    get(recordAddresses.figure, figurePage, dayQuery),
    getForOne(recordAddresses.picture, pictureFile, dayQuery),
    get(recordAddresses.drawing, drawingFile, dayQuery),
    get(recordAddresses.learn, learnPage, dayQuery),
  ],
  sitemap: async () => [
    (lang) => recordAddresses.record(lang),
    (lang) => recordAddresses.figures(lang),
    (lang) => recordAddresses.victims(lang),
    ...pagesNamed(explainerSlugs, recordAddresses.learn),
    ...pagesNamed(figureIds, recordAddresses.figure),
  ],
  sitemapTags: ['record'],
};
