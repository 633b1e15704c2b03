import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const supporterAddresses = {
  myData: address('/:lang/my-data'),
  myDataOpened: address('/:lang/my-data/:token'),
} as const;
