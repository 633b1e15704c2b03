import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const supporterAddresses = {
  myData: address('/:lang/my-data'),
  myDataOpened: address('/:lang/my-data/:token'),
} as const;

/** Where staff answers whoever writes or calls about their data. */
export const peopleAddresses = {
  people: address('/office/:lang/personal-data'),
  erasures: address('/office/:lang/personal-data/erasures'),
  request: address('/office/:lang/personal-data/erasures/request'),
  erasure: address('/office/:lang/personal-data/erasures/:id'),
  confirm: address('/office/:lang/personal-data/erasures/:id/confirm'),
  refuse: address('/office/:lang/personal-data/erasures/:id/refuse'),
} as const;
