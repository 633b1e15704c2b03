import type { Lang } from '../../config/langs.ts';
import { dayOf } from '../../locales/format.ts';
import { words } from '../../locales/words.ts';
import type { TimeZone } from '../../text/time-zone.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/**
 * Asks whoever reads a mailbox to confirm an action. Anybody can type anybody's address, so nothing that the sender typed is in it:
 * not a name, not a word of the letter.
 * @param action.campaign the campaign's name; action.link the address of the confirmation; action.until when it stops working
 * @param answers who runs the campaign and answers for people's data
 */
export function confirmationMail(
  action: { kind: 'letter' | 'pledge'; lang: Lang; campaign: string; link: string; until: Date; zone: TimeZone },
  answers: string,
): MailWords {
  const { t } = words(action.lang);
  return {
    subject: t(`actions.mail.confirm.${action.kind}.subject`, { campaign: action.campaign }),
    text: paragraphs([
      t(`actions.mail.confirm.${action.kind}.text`, { campaign: action.campaign }),
      action.link,
      t('actions.mail.confirm.ignore', { day: dayOf(action.lang, action.until, action.zone) }),
      t('actions.mail.confirm.why'),
      answers,
    ]),
  };
}
