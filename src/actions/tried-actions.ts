import type { Demonstration } from '../controllers/demonstration.ts';
import { eraseReturned, settleReturnedOf } from '../mail/returned-mails.ts';
import { eraseJobs } from '../work/enqueue.ts';
import { eraseSetAside } from '../work/set-aside.ts';
import { deleteTried, triedReturnPaths } from './tried-queries.ts';

export { ageExampleActions } from './example-queries.ts';
export { countTriedPeople } from './tried-queries.ts';

/** Actions of a demonstration and whoever did them. */
export const triedActions: Demonstration = {
  ends: async (trx) => settleReturnedOf(trx, await triedReturnPaths(trx)),
  removed: async (trx) => {
    await eraseReturned(trx, await triedReturnPaths(trx));
    for (const key of await deleteTried(trx)) {
      await eraseSetAside(trx, key);
      await eraseJobs(trx, key);
    }
  },
};
