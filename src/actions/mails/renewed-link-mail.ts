import type { Lang } from '../../config/langs.ts';
import type { TimeZone } from '../../config/time-zone.ts';
import { dayOf } from '../../locales/format.ts';
import { words } from '../../locales/words.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/** A new link in place of one that has ended. @param link.until when it ends in its turn */
export function renewedLinkMail(
  lang: Lang,
  link: { address: string; until: Date; zone: TimeZone },
  operator: string | undefined,
): MailWords {
  const { t } = words(lang);
  return {
    subject: t('actions.mail.renewed.subject'),
    text: paragraphs([
      t('actions.mail.renewed.text'),
      link.address,
      t('actions.mail.renewed.ignore', { day: dayOf(lang, link.until, link.zone) }),
      operator ?? t('actions.mail.demonstration'),
    ]),
  };
}
