import type { Demonstration } from '../controllers/demonstration.ts';
import { eraseReturned, settleReturnedOf } from '../mail/returned-mails.ts';
import { deleteTried, endTried, triedReturnPaths } from './tried-queries.ts';

export { countTriedLetters } from './tried-queries.ts';

/** Letters that were tried: never sent, held for nobody's look, and answered to nobody, once an operator is named. */
export const triedLetters: Demonstration = {
  ends: async (trx) => {
    await endTried(trx);
    await settleReturnedOf(trx, await triedReturnPaths(trx));
  },
  removed: async (trx) => {
    await eraseReturned(trx, await triedReturnPaths(trx));
    await deleteTried(trx);
  },
};
