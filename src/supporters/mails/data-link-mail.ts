import { type MailWords, paragraphs } from '../../actions/mails/mail-words.ts';
import type { Lang } from '../../config/langs.ts';
import { words } from '../../locales/words.ts';

/** The link by which somebody sees, takes or deletes what is held about them. @param runs who runs the site */
export function dataLinkMail(lang: Lang, link: string, runs: string): MailWords {
  const { t } = words(lang);
  return {
    subject: t('supporters.mail.data.subject'),
    text: paragraphs([t('supporters.mail.data.text'), link, t('supporters.mail.data.ignore'), runs]),
  };
}
