import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const actionAddresses = {
  checkMail: address('/:lang/campaigns/:slug/check-your-mail'),
  confirm: address('/:lang/confirm/:token'),
  status: address('/:lang/status/:token'),
  /** The picture of one supporter's piece, for whoever has the secret link. */
  piece: address('/:lang/status/:token/piece.png'),
  /** Where a new link is had by mail, in place of one that has ended. */
  renewLink: address('/:lang/renew/:purpose/:token'),
} as const;
