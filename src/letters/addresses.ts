import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const letterAddresses = {
  /** Choosing an office-holder, then (with `to`) writing. */
  write: address('/:lang/campaigns/:slug/write'),
  print: address('/:lang/campaigns/:slug/print'),
  answer: address('/:lang/answer/:token'),
} as const;
