import { address, addressOnDay } from '../http/address.ts';

/** Where the pages of this room are. */
export const stateAddresses = {
  states: address('/:lang/states'),
  state: addressOnDay('/:lang/states/:iso3'),
  /** The exact map, of a region or of the world. */
  region: addressOnDay('/:lang/states/map/:region'),
} as const;

/** Where staff judges what writing to a state's government may cost. */
export const riskAddresses = {
  risks: address('/office/:lang/risks'),
  risk: address('/office/:lang/risks/:name'),
} as const;
