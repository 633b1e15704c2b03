import type { Lang } from '../config/langs.ts';
import type { Reads, SearchDocuments } from '../http/search-document.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { campaignAddresses } from './addresses.ts';
import { campaignsShown } from './campaigns.ts';

/** Campaigns that are open, and closed ones, which are there to read. */
export const searchDocuments: SearchDocuments = {
  about: 'campaigns',
  tags: ['campaigns'],
  of: fromVisible(
    ({ database }: Reads, lang: Lang) => campaignsShown(database, lang),
    ({ open, closed }, _, lang) =>
      [...open, ...closed].map(({ slug, text, hashtags, asks }) => ({
        id: slug,
        link: campaignAddresses.campaign(lang, slug),
        title: text.name,
        // None of these holds a figure, which would be of its day.
        text: [
          text.tagline,
          text.summary,
          ...text.demands.map(({ title }) => title),
          ...text.messages.map((message) => message.text),
          ...hashtags,
          ...asks.map((ask) => ask.text.title),
        ].join('\n'),
      })),
  ),
};
