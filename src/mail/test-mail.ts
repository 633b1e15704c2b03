import type { Settings } from '../config/settings.ts';
import { words } from '../locales/words.ts';
import { isReserved } from '../text/reserved-domain.ts';
import { type HandOver, messageMaker } from './mail.ts';
import { smtpTransport } from './smtp.ts';

/**
 * Sends one mail the way all others go, to see whether it arrives.
 * @returns what the relay said
 * @throws where no mail leaves by these settings, or that address can be nobody's
 */
export async function sendTestMail(settings: Settings, to: string): Promise<HandOver> {
  const { operator, SMTP_URL, MAIL_DOMAIN, OPERATOR_LANG: lang, PUBLIC_URL } = settings;
  if (!operator) throw new Error('OPERATOR_NAME: a demonstration sends no mail; name the operator first');
  if (!SMTP_URL) throw new Error('SMTP_URL: no mail server is named, so every mail stays on this machine');
  if (isReserved(MAIL_DOMAIN))
    throw new Error(`MAIL_DOMAIN: ${MAIL_DOMAIN} can be nobody’s domain, so every mail stays on this machine`);
  if (isReserved(to.slice(to.lastIndexOf('@') + 1)))
    throw new Error(`${to} can be nobody’s mailbox; name one of yours`);
  const { t } = words(lang);
  const text = t('mail.test.text', { operator: operator.name, address: PUBLIC_URL });
  const from = { name: operator.name, address: `letters@${MAIL_DOMAIN}` };
  const mail = { to, from, lang, subject: t('mail.test.subject'), text, at: new Date(), automatic: true };
  const relay = smtpTransport(SMTP_URL);
  try {
    return await relay.send(await messageMaker(settings)(mail, from.address));
  } finally {
    await relay.close();
  }
}
