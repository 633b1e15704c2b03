import { SYSTEM } from '../actors/actors.ts';
import type { Demonstration } from '../controllers/demonstration.ts';
import type { Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { bringPeople, deletePeople, endPeople } from './example-people.ts';
import {
  deleteEndedExamples,
  deleteTriedRequests,
  endExamples,
  putExamples,
  refuseTriedRequests,
} from './tried-queries.ts';

/** Addresses at which a demonstration's offices are reached, and what is asked in their name. */
export const triedOffices: Demonstration = {
  begins: async (trx) => {
    await bringPeople(trx);
    await changed(trx, await putExamples(trx));
  },
  ends: async (trx) => {
    await refuseTriedRequests(trx, SYSTEM);
    await endPeople(trx);
    await changed(trx, await endExamples(trx));
  },
  removed: async (trx) => {
    await deleteTriedRequests(trx);
    await deletePeople(trx);
    await deleteEndedExamples(trx);
  },
};

async function changed(trx: Queries, news: boolean): Promise<void> {
  if (news) await dropPages(trx, ['representatives'], 'remove');
}
