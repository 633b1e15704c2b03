import type { SearchDocuments } from '../http/search-document.ts';
import { campaignAddresses } from './addresses.ts';
import { campaignsShown } from './campaigns.ts';

/** Campaigns that are open, and closed ones, which are there to read. */
export const searchDocuments: SearchDocuments = {
  about: 'campaigns',
  tags: ['campaigns'],
  of: async ({ database }, lang) => {
    const { open, closed } = await campaignsShown(database, lang);
    return [...open, ...closed].map(({ slug, text, hashtags, asks }) => ({
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
    }));
  },
};
