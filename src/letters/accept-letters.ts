import { randomUUIDv7 } from 'node:crypto';
import { acceptAction } from '../actions/accept-action.ts';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { mailedTo } from '../representatives/mailed-to.ts';
import { finishLetter, type Words } from './compose.ts';
import type { LetterText } from './letter-text.ts';
import { screen } from './screening.ts';
import type { Choice, Written } from './write-form.ts';

/**
 * Takes a letter, unconfirmed, to each mailbox at which addressees are reached: to the first of those who share one.
 * @param readerLang the language in which we go on speaking with the writer; the letter may be in another
 * @returns the action that waits for confirmation; undefined: nothing was stored
 */
export async function acceptLetters(
  app: App,
  choice: Choice,
  written: Written,
  readerLang: Lang,
): Promise<string | undefined> {
  const letters = mailedTo(choice.addressees).map(({ addressee, channel }) => {
    const letter: Words = finishLetter(choice.lang, written, addressee, written, choice.ask.text.closing);
    return {
      id: randomUUIDv7(),
      askId: choice.ask.id,
      representativeId: addressee.id,
      channelId: channel.id,
      text: JSON.stringify({ ...letter, lang: choice.lang } satisfies LetterText),
      held: screen(letter, choice.ask.text, [written.name, written.locality]) ?? null,
    };
  });
  if (letters.length === 0) return undefined;
  const { name, locality, copy, mailbox, consents } = written;
  const details = { name, ...(locality ? { locality } : {}), ...(copy ? { copy } : {}) };
  return acceptAction(app, {
    kind: 'letter',
    mailbox,
    campaignId: choice.campaign.id,
    lang: readerLang,
    country: choice.state.iso3,
    details,
    consents,
    letters,
  });
}
