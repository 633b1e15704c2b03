import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const campaignAddresses = {
  home: address('/:lang'),
  campaign: address('/:lang/campaigns/:slug'),
  card: address('/:lang/campaigns/:slug/card.png'),
  share: address('/:lang/campaigns/:slug/share'),
} as const;
