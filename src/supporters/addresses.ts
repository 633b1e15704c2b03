import { address } from '../site/address.ts';

/** Where the pages of this room are. */
export const supporterAddresses = {
  checkMail: address('/:lang/campaigns/:slug/check-your-mail'),
  confirm: address('/:lang/confirm/:token'),
  status: address('/:lang/status/:token'),
  /** Where a new link is had by mail, in place of one that has ended. */
  renewLink: address('/:lang/renew/:purpose/:token'),
  myData: address('/:lang/my-data'),
  myDataOpened: address('/:lang/my-data/:token'),
} as const;
