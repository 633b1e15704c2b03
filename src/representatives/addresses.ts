import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const representativeAddresses = {
  officeRequest: address('/:lang/offices/:token'),
  officeProof: address('/:lang/offices/confirm/:token'),
} as const;
