import type { PublicationKind } from '../publications/publication-kind.ts';
import { deskAddresses } from './addresses.ts';
import { selectAskNames, selectCampaignNames } from './campaign-queries.ts';
import { guardAsk } from './guard-ask.ts';

/** Campaigns, and what they ask. That a campaign is open or closed is another state: a closed one stays published. */
export const publicationKinds: readonly PublicationKind[] = [
  {
    kind: 'campaign',
    table: 'campaigns',
    words: { table: 'campaign_texts', of: 'campaign_id' },
    tags: ['campaigns'],
    named: selectCampaignNames,
    desk: (lang, slug) => deskAddresses.oneCampaign(lang, slug),
  },
  {
    kind: 'ask',
    table: 'asks',
    words: { table: 'ask_texts', of: 'ask_id' },
    tags: ['campaigns'],
    guard: guardAsk,
    named: selectAskNames,
  },
];
