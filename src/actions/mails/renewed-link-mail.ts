import type { Lang } from '../../config/langs.ts';
import { dayOf } from '../../locales/format.ts';
import { words } from '../../locales/words.ts';
import type { TimeZone } from '../../text/time-zone.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/**
 * A new link in place of one that has ended.
 * @param link.until when it ends in its turn; link.campaign the name of the campaign it is of, if any
 * @param answers who runs the campaign and answers for people's data, or who runs the site
 */
export function renewedLinkMail(
  lang: Lang,
  link: { address: string; until: Date; zone: TimeZone; campaign: string | undefined },
  answers: string,
): MailWords {
  const { t } = words(lang);
  const { campaign } = link;
  return {
    subject: campaign ? t('actions.mail.renewed.subject', { campaign }) : t('actions.mail.renewed.addressee.subject'),
    text: paragraphs([
      campaign ? t('actions.mail.renewed.text', { campaign }) : t('actions.mail.renewed.addressee.text'),
      link.address,
      t('actions.mail.renewed.ignore', { day: dayOf(lang, link.until, link.zone) }),
      answers,
    ]),
  };
}
