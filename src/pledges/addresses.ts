import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const pledgeAddresses = {
  join: address('/:lang/campaigns/:slug/join'),
} as const;
