import type { Lang } from '../../config/langs.ts';
import { dayOf } from '../../locales/format.ts';
import { words } from '../../locales/words.ts';
import type { TimeZone } from '../../text/time-zone.ts';
import type { ActionKind } from '../action-kind.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/**
 * Asks whoever reads a mailbox to confirm an action. Anybody can type anybody's address, so nothing that the sender typed is in it:
 * not a name, not a word of the letter.
 * @param action.campaign the campaign's name; action.link the address of the confirmation; action.until when it stops working
 * @param answers who runs the campaign and answers for people's data
 */
export function confirmationMail(
  action: { says: ActionKind['says']; lang: Lang; campaign: string; link: string; until: Date; zone: TimeZone },
  answers: string,
): MailWords {
  const { t } = words(action.lang);
  return {
    subject: t(action.says.mailSubject, { campaign: action.campaign }),
    text: paragraphs([
      t(action.says.mailText, { campaign: action.campaign }),
      action.link,
      t('actions.mail.confirm.ignore', { day: dayOf(action.lang, action.until, action.zone) }),
      t('actions.mail.confirm.why'),
      answers,
    ]),
  };
}
