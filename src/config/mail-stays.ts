import { isReserved } from '../text/reserved-domain.ts';
import type { Settings } from './settings.ts';

export type WhyMailStays = 'demonstration' | 'no-server' | 'reserved-domain';

/** Why every mail stays on this machine; undefined where mail leaves. */
export function whyMailStays({
  operator,
  SMTP_URL,
  MAIL_DOMAIN,
}: Pick<Settings, 'operator' | 'SMTP_URL' | 'MAIL_DOMAIN'>): WhyMailStays | undefined {
  if (!operator) return 'demonstration';
  if (!SMTP_URL) return 'no-server';
  return isReserved(MAIL_DOMAIN) ? 'reserved-domain' : undefined;
}
