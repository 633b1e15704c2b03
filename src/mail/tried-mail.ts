import { SYSTEM } from '../actors/actors.ts';
import type { Demonstration } from '../controllers/demonstration.ts';
import { deleteTried, settleTriedAlerts } from './tried-queries.ts';

/** What a demonstration told its operator, who is nobody, and the mails that it kept here. */
export const triedMail: Demonstration = {
  ends: (trx) => settleTriedAlerts(trx, SYSTEM),
  removed: deleteTried,
};
