import type { Lang } from '../../config/langs.ts';
import { dayOf } from '../../locales/format.ts';
import { words } from '../../locales/words.ts';
import type { TimeZone } from '../../text/time-zone.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/**
 * Asks whoever reads a mailbox to confirm an act. Anybody can type anybody's address, so nothing that the sender typed is in it:
 * not a name, not a word of the letter.
 * @param act.campaign the campaign's name; act.link the address of the confirmation; act.until when it stops working
 * @param sender whose the campaign is; undefined in a demonstration
 */
export function confirmationMail(
  act: { kind: 'letter' | 'pledge'; lang: Lang; campaign: string; link: string; until: Date; zone: TimeZone },
  sender: string | undefined,
): MailWords {
  const { t } = words(act.lang);
  return {
    subject: t(`actions.mail.confirm.${act.kind}.subject`, { campaign: act.campaign }),
    text: paragraphs([
      t(`actions.mail.confirm.${act.kind}.text`, { campaign: act.campaign }),
      act.link,
      t('actions.mail.confirm.ignore', { day: dayOf(act.lang, act.until, act.zone) }),
      t('actions.mail.confirm.why'),
      sender ?? t('actions.mail.demonstration'),
    ]),
  };
}
