import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const campaignAddresses = {
  home: address('/:lang'),
  takeAction: address('/:lang/take-action'),
  /** As the announcement of 2016 printed it. */
  announced: address('/get-involved-take-action'),
  announcedIn: address('/:lang/get-involved-take-action'),
  campaign: address('/:lang/campaigns/:slug'),
  card: address('/:lang/campaigns/:slug/card.png'),
  share: address('/:lang/campaigns/:slug/share'),
} as const;
