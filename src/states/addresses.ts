import { address, addressOnDay } from '../http/address.ts';

/** Where the pages of this room are. */
export const stateAddresses = {
  states: address('/:lang/states'),
  state: addressOnDay('/:lang/states/:iso3'),
} as const;
