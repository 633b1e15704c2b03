import { address } from '../http/address.ts';

/** Where the record is recorded in the office: all of it, one row, and what is done to it. */
export const keepingAddresses = {
  all: address('/office/:lang/record'),
  importRecord: address('/office/:lang/record/import/court'),
  importStates: address('/office/:lang/record/import/states'),
  add: address('/office/:lang/record/add/:kind'),
  one: address('/office/:lang/record/:kind/:id'),
  edit: address('/office/:lang/record/:kind/:id/edit'),
  end: address('/office/:lang/record/:kind/:id/end'),
} as const;
