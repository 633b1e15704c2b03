import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const pledgeAddresses = {
  join: address('/:lang/campaigns/:slug/join'),
  /** Of those who joined and want to be named. */
  names: address('/:lang/campaigns/:slug/names'),
} as const;

/** Where staff looks at names before readers see them. */
export const nameAddresses = {
  offered: address('/office/:lang/names'),
  decided: address('/office/:lang/names/decided'),
  name: address('/office/:lang/names/:id'),
} as const;
