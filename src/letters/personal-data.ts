import { markAction } from '../campaigns/tally.ts';
import { BATCH, daysBefore, untilDone } from '../database/batches.ts';
import { eraseReturned } from '../mail/returned-mails.ts';
import { namesOf } from '../representatives/find-representatives.ts';
import { UNREADABLE } from '../sealing/read-sealed.ts';
import type { PersonalData } from '../supporters/personal-data.ts';
import { today } from '../text/partial-day.ts';
import { exportLetters } from './export-letters.ts';
import { lettersShown } from './letters-shown.tsx';
import {
  countUnsent,
  deleteLetters,
  deleteLettersOf,
  emptyLetters,
  isOnItsWay,
  isReadable,
  returnPathsOf,
} from './personal-data-queries.ts';
import { LETTER_TEXT_DAYS } from './retention.ts';
import { whatBecame } from './what-became.ts';
import { holdLetters } from './withdraw-letters.ts';

/** What is kept of people in letters. */
export const personalData: PersonalData = {
  exported: async (app, key, lang) => {
    const { settings, database } = app;
    const letters = await exportLetters(app, key);
    const names = await namesOf(
      database,
      lang,
      letters.map(({ representative }) => representative),
      today(settings.TIME_ZONE),
    );
    return {
      letters: letters.map(({ representative, text, ...letter }) => ({
        to: names.get(representative),
        ...letter,
        ...(text === UNREADABLE ? { text: null, unreadable: 'text' } : { text }),
      })),
    };
  },
  shown: lettersShown,
  beforeErased: async (trx, key) => {
    const leaving = await holdLetters(trx, key);
    // They are never sent now; the others were, and stay counted.
    for (const { letters, ...counted } of await countUnsent(trx, key))
      await markAction(trx, { ...counted, people: 0, letters: -letters });
    await eraseReturned(trx, await returnPathsOf(trx, key));
    return leaving;
  },
  erased: deleteLetters,
  became: whatBecame,
  actionsGone: deleteLettersOf,
  needsSupporter: isOnItsWay,
  needsAction: isReadable,
  forgotten: async (database, now) => ({
    letterTexts: await untilDone(() => emptyLetters(database, daysBefore(now, LETTER_TEXT_DAYS), BATCH)),
  }),
};
