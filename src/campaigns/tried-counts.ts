import type { Demonstration } from '../controllers/demonstration.ts';
import { dropPages } from '../http/invalidation.ts';
import { deleteTriedCounts } from './tally-queries.ts';

/** How many tried a demonstration. */
export const triedCounts: Demonstration = {
  removed: async (trx) => {
    await deleteTriedCounts(trx);
    await dropPages(trx, ['campaigns'], 'refresh');
  },
};
