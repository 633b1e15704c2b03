import type { Demonstration } from '../controllers/demonstration.ts';
import { dropPages } from '../http/invalidation.ts';
import { hideExampleCampaigns, removeExampleCampaigns, showExampleCampaigns } from './example-campaigns.ts';
import { deleteTriedCounts } from './tally-queries.ts';

/** How many tried a demonstration, and the campaigns that it makes up. */
export const triedCounts: Demonstration = {
  begins: showExampleCampaigns,
  ends: hideExampleCampaigns,
  removed: async (trx) => {
    await deleteTriedCounts(trx);
    await removeExampleCampaigns(trx);
    await dropPages(trx, ['campaigns'], 'remove');
  },
};
