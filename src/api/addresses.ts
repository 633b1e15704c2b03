import { address } from '../http/address.ts';

/** Below it the API has errors and headers of its own. */
export const API = '/api/v1';

/** Where the pages of this room are. */
export const apiAddresses = {
  data: address('/:lang/data'),
  changes: address('/:lang/changes'),
  /** How sure a fact is. */
  verification: address('/:lang/verification'),
  file: address('/data/:dataset/:revision/:file'),
  feed: address('/feeds/:lang/:about/:file'),
  /** The API's own description, and what its data sets hold. */
  openapi: address('/api/v1/openapi.json'),
  dataset: address('/api/v1/datasets/:dataset'),
  revision: address('/api/v1/datasets/:dataset/:revision'),
  revisionChanges: address('/api/v1/datasets/:dataset/:revision/changes'),
  calendar: address('/feeds/:lang/scheduled.ics'),
} as const;
