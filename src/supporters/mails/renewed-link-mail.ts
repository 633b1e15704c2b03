import { day } from '../../locales/format.ts';
import type { Lang } from '../../locales/langs.ts';
import { words } from '../../locales/words.ts';
import { type MailWords, paragraphs } from './mail-words.ts';

/** A new link in place of one that has ended. @param link.until when it ends in its turn */
export function renewedLinkMail(
  lang: Lang,
  link: { address: string; until: Date },
  operator: string | undefined,
): MailWords {
  const { t } = words(lang);
  return {
    subject: t('supporters.mail.renewed.subject'),
    text: paragraphs([
      t('supporters.mail.renewed.text'),
      link.address,
      t('supporters.mail.renewed.ignore', { day: day(lang, link.until) }),
      operator ?? t('supporters.mail.demonstration'),
    ]),
  };
}
