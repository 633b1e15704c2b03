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

/** Where staff works with campaigns. */
export const deskAddresses = {
  campaigns: address('/office/:lang/campaigns'),
  add: address('/office/:lang/campaigns/add'),
  oneCampaign: address('/office/:lang/campaigns/:slug'),
  settings: address('/office/:lang/campaigns/:slug/settings'),
  /** As readers will see it: with what is chosen of it, and the page alone. */
  preview: address('/office/:lang/campaigns/:slug/preview'),
  previewed: address('/office/:lang/campaigns/:slug/preview/page'),
  picture: address('/office/:lang/campaigns/:slug/picture'),
  addAsk: address('/office/:lang/campaigns/:slug/add-ask'),
  oneAsk: address('/office/:lang/campaigns/:slug/asks/:ask'),
  rules: address('/office/:lang/campaigns/:slug/asks/:ask/rules'),
  rulesVersions: address('/office/:lang/campaigns/:slug/asks/:ask/rules/versions'),
  /** Of a campaign or an ask, by its id. */
  publishing: address('/office/:lang/campaigns/:slug/publishing/:item'),
  /** Of a campaign or an ask, by its id, in the language `of`. */
  words: address('/office/:lang/campaigns/:slug/words/:item/:of'),
  approve: address('/office/:lang/campaigns/:slug/words/:item/:of/approve'),
  versions: address('/office/:lang/campaigns/:slug/words/:item/:of/versions'),
  version: address('/office/:lang/campaigns/:slug/words/:item/:of/versions/:number'),
} as const;
