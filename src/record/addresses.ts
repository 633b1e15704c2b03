import { addressOnDay } from '../http/address.ts';

/** Where the pages of this room are. */
export const recordAddresses = {
  record: addressOnDay('/:lang/record'),
  victims: addressOnDay('/:lang/record/victims'),
  figures: addressOnDay('/:lang/record/figures'),
  figure: addressOnDay('/:lang/record/figures/:id'),
  situation: addressOnDay('/:lang/record/situations/:slug'),
  case: addressOnDay('/:lang/record/cases/:slug'),
  participant: addressOnDay('/:lang/record/cases/:slug/:person'),
  /** Everybody who is named in a case, by where they stand. */
  people: addressOnDay('/:lang/record/people'),
  /** All of somebody's cases. */
  person: addressOnDay('/:lang/record/people/:slug'),
  /** A drawing with its title and day, to keep. */
  picture: addressOnDay('/:lang/drawings/:name.png'),
  drawing: addressOnDay('/:lang/drawings/:file'),
  learn: addressOnDay('/:lang/learn/:slug'),
} as const;
