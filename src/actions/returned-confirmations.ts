import type { Queries } from '../database/database.ts';
import type { ReturnedMails } from '../mail/our-mail.ts';
import { isConfirmation, noteBouncedConfirmation } from './bounced-confirmation-queries.ts';

/** Mails that asked somebody to confirm, among those that came back: nobody reads there, whatever the reason. */
export const returnedConfirmations: ReturnedMails = {
  what: 'confirmation',
  find: async ({ database }, bounceId) => {
    if (!(await isConfirmation(database, bounceId))) return undefined;
    const bounced = (trx: Queries) => noteBouncedConfirmation(trx, bounceId);
    return { address: undefined, failed: bounced, complaint: bounced };
  },
};
