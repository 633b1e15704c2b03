import { isReserved } from '../text/reserved-domain.ts';
import { WORLD } from '../text/time-zone.ts';
import type { Settings } from './settings.ts';

/** What a setting is worth to a site that people use: without what is missing nobody's letter leaves, or nobody gets there. */
export interface SettingCheck {
  readonly setting: string;
  readonly is: 'set' | 'missing' | 'advised';
  /** What it is, or what follows from its absence. */
  readonly says: string;
}

/** Every setting that matters when a site goes live, with what is still missing (docs/operating/going-live.md). */
export function checkSettings(settings: Settings): SettingCheck[] {
  const { operator, PUBLIC_URL, SMTP_URL, MAIL_DOMAIN, BOUNCE_PORT, DKIM_SELECTOR, TIME_ZONE } = settings;
  const url = new URL(PUBLIC_URL);
  const local = isReserved(url.hostname) || /^(127\.|\[::1\])/.test(url.hostname);
  return [
    found('OPERATOR_NAME', operator?.name, 'this is a demonstration: what is done here is tried, and never counts'),
    email(operator?.email),
    advised('OPERATOR_ADDRESS', operator?.address, 'nobody can write to you on paper'),
    local
      ? missing('PUBLIC_URL', `${PUBLIC_URL} is an address of this machine: links in mails lead nowhere else`)
      : set('PUBLIC_URL', PUBLIC_URL),
    SMTP_URL
      ? set('SMTP_URL', new URL(SMTP_URL).host)
      : missing('SMTP_URL', 'no mail server is named: every mail stays on this machine'),
    isReserved(MAIL_DOMAIN)
      ? missing('MAIL_DOMAIN', `${MAIL_DOMAIN} can be nobody’s domain: no server takes mail from it`)
      : set('MAIL_DOMAIN', MAIL_DOMAIN),
    advised(
      'DKIM_SELECTOR, DKIM_KEY_FILE',
      DKIM_SELECTOR,
      'mails are not signed here; set them unless your relay signs',
    ),
    advised('BOUNCE_PORT', BOUNCE_PORT?.toString(), 'mails that come back are seen only by npm run import -- bounces'),
    advised('TIME_ZONE', TIME_ZONE === WORLD ? undefined : TIME_ZONE, 'days begin by UTC'),
  ];
}

function email(address: string | undefined): SettingCheck {
  const domain = address?.slice(address.lastIndexOf('@') + 1) ?? '';
  return address && isReserved(domain)
    ? missing('OPERATOR_EMAIL', `${address} can be nobody’s mailbox: mail to you stays on this machine`)
    : found('OPERATOR_EMAIL', address, 'nobody can reach whoever runs the site');
}

function found(setting: string, value: string | undefined, otherwise: string): SettingCheck {
  return value ? set(setting, value) : missing(setting, otherwise);
}

const set = (setting: string, says: string): SettingCheck => ({ setting, is: 'set', says });
const missing = (setting: string, says: string): SettingCheck => ({ setting, is: 'missing', says });

function advised(setting: string, value: string | undefined, says: string): SettingCheck {
  return value ? set(setting, value) : { setting, is: 'advised', says };
}
