import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const representativeAddresses = {
  addressee: address('/:lang/addressees/:token'),
  addresseeProof: address('/:lang/addressees/confirm/:token'),
  /** In mails from before version 0.3; they lead to those above. */
  formerAddressee: address('/:lang/offices/:token'),
  formerAddresseeProof: address('/:lang/offices/confirm/:token'),
} as const;

/** Where staff looks after who can be written to. */
export const reachAddresses = {
  addressees: address('/office/:lang/addressees'),
  oneAddressee: address('/office/:lang/addressees/:id'),
  importAddressees: address('/office/:lang/addressees/import'),
  addAddressee: address('/office/:lang/addressees/add'),
  editAddressee: address('/office/:lang/addressees/:id/edit'),
  requests: address('/office/:lang/requests'),
  request: address('/office/:lang/requests/:id'),
  settleRequest: address('/office/:lang/requests/:id/settle'),
  pauses: address('/office/:lang/pauses'),
  pause: address('/office/:lang/pauses/:name'),
} as const;
