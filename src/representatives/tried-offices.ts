import { SYSTEM } from '../actors/actors.ts';
import type { Demonstration } from '../controllers/demonstration.ts';
import { deleteTriedRequests, refuseTriedRequests } from './tried-queries.ts';

/** What offices are asked for in a demonstration. */
export const triedOffices: Demonstration = {
  ends: (trx) => refuseTriedRequests(trx, SYSTEM),
  removed: deleteTriedRequests,
};
