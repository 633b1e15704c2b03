import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const statisticsAddresses = {
  statistics: address('/office/:lang/statistics'),
} as const;
