import type { ReturnedMails } from '../mail/our-mail.ts';
import { noteBouncedLetter, noteComplaint } from './bounced-letter.ts';
import { findReturnedLetter } from './bounced-letter-queries.ts';

/** Letters among mails that came back. */
export const returnedLetters: ReturnedMails = {
  what: 'letter',
  find: async (app, bounceId) => {
    const letter = await findReturnedLetter(app.database, bounceId);
    return (
      letter && {
        address: letter.address,
        failed: (trx, why) => noteBouncedLetter(app, trx, letter, why, new Date()),
        complaint: (trx) => noteComplaint(app, trx, letter, new Date()),
      }
    );
  },
};
