import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const representativeAddresses = {
  addressee: address('/:lang/addressees/:token'),
  addresseeProof: address('/:lang/addressees/confirm/:token'),
  /** In mails from before version 0.3; they lead to those above. */
  formerAddressee: address('/:lang/offices/:token'),
  formerAddresseeProof: address('/:lang/offices/confirm/:token'),
} as const;
