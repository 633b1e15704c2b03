import type { App } from '../http/app.ts';
import { get, getForOne, post } from '../http/route.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { PageIn, Room } from '../room.ts';
import { campaignAddresses, deskAddresses } from './addresses.ts';
import { campaignPage } from './campaign-page.tsx';
import { countComing } from './campaign-queries.ts';
import { campaignsShownInAnyLanguage } from './campaigns.ts';
import { campaignCard } from './card.ts';
import { failurePages } from './failure-pages.tsx';
import { homePage } from './home-page.tsx';
import { membersAnswering } from './members-answering.tsx';
import { officeScreens } from './office/office-screens.ts';
import { openEndpoints } from './open-endpoints.ts';
import { ofCampaign } from './pages-of-campaign.ts';
import { publicationKinds } from './publication-kinds.ts';
import { rowRules } from './row-rules.ts';
import { searchDocuments } from './search-documents.ts';
import { mastodonForm, shareOnMastodon, sharePage, shareQuery } from './share-page.tsx';
import { campaignContent } from './starting-content.ts';
import { announcedTakeAction, takeActionPage, takeActionQuery } from './take-action-page.tsx';
import { addUpTallies } from './tally.ts';
import { triedCounts } from './tried-counts.ts';

export const campaigns: Room = {
  name: 'campaigns',
  speaks: true,
  auditedItems: { ask: 'campaigns.item.ask', campaign: 'campaigns.item.campaign' },
  owns: ['campaigns', 'campaign_texts', 'asks', 'ask_texts', 'ask_rules', 'ask_outcomes', 'tallies', 'tally_marks'],
  retention: {
    campaigns: {
      nothingOfPeople: {
        hashtags: 'what every reader is shown',
        video: 'addresses of videos, which every reader is shown',
      },
    },
    campaign_texts: { nothingOfPeople: { text: 'what every reader is shown' } },
    asks: { nothingOfPeople: { slug: 'a name in addresses', defaults: 'which arguments of its texts are chosen' } },
    ask_texts: { nothingOfPeople: { text: 'what every reader is shown' } },
    ask_rules: { nothingOfPeople: { rules: 'which states are asked, and how letters begin' } },
    ask_outcomes: { nothingOfPeople: { act: 'an act of a state in the record' } },
    tallies: 'nothing of people',
    tally_marks: 'nothing of people',
  },
  across: [
    {
      sql: 'leave_version',
      writes: ['text_versions'],
      because: 'whatever writes the words that stand leaves a version of them, also the version of the program before',
    },
  ],
  lends: {
    campaigns: ['id', 'slug', 'controller_id', 'opens_at', 'closes_at'],
    asks: ['id', 'campaign_id'],
    tallies: ['campaign_id', 'country', 'people', 'tried_people'],
    tally_marks: ['campaign_id', 'country', 'people'],
  },
  addresses: { ...campaignAddresses, ...deskAddresses },
  content: { units: [campaignContent] },
  demonstration: triedCounts,
  navigation: {
    header: [
      {
        label: 'site.nav.act',
        order: 10,
        link: (lang) => campaignAddresses.takeAction(lang),
        holds: [campaignAddresses.campaign],
      },
    ],
  },
  routes: [
    get(campaignAddresses.home, homePage),
    get(campaignAddresses.takeAction, takeActionPage, takeActionQuery),
    getForOne(campaignAddresses.announced, announcedTakeAction),
    getForOne(campaignAddresses.announcedIn, announcedTakeAction),
    get(campaignAddresses.campaign, campaignPage),
    get(campaignAddresses.card, campaignCard),
    get(campaignAddresses.share, sharePage, shareQuery),
    post(campaignAddresses.share, mastodonForm, shareOnMastodon),
  ],
  office: officeScreens,
  failures: failurePages,
  panels: { privacy: membersAnswering },
  endpoints: openEndpoints,
  publications: publicationKinds,
  rowRules,
  waits: (['opens_at', 'closes_at'] as const).map((date) => ({
    name: `campaign-${date}`,
    who: 'campaigns.change',
    label: `campaigns.waits.${date}` as const,
    way: { link: deskAddresses.campaigns },
    read: async ({ database }: App) => {
      const { oldest: next, ...counted } = await countComing(database, date);
      return { ...counted, next };
    },
  })),
  styles: ['styles.css', 'office/office.css'],
  pulses: ({ app }) => [{ name: 'tallies', seconds: 30, run: () => addUpTallies(app.database) }],
  sitemap: fromVisible(
    ({ database }: App) => campaignsShownInAnyLanguage(database),
    ({ open, closed }): PageIn[] => [
      (lang) => campaignAddresses.home(lang),
      (lang) => campaignAddresses.takeAction(lang),
      ...[...open, ...closed].map((campaign) => ofCampaign(campaign, campaignAddresses.campaign)),
      ...open.map((campaign) => ofCampaign(campaign, campaignAddresses.share)),
    ],
  ),
  searchDocuments: [searchDocuments],
  sitemapTags: ['campaigns'],
};
