import { isReserved } from '../text/reserved-domain.ts';
import { WORLD } from '../text/time-zone.ts';
import type { Settings } from './settings.ts';

/** What follows where a setting that matters is not as it should be. */
export const whySettings = [
  'demonstration',
  'nobody-reached',
  'nobodys-mailbox',
  'no-paper',
  'local-address',
  'no-relay',
  'nobodys-domain',
  'unsigned',
  'returned-by-hand',
  'days-by-utc',
] as const;
export type WhySetting = (typeof whySettings)[number];

/** What a setting is worth to a site that people use: without what is missing nobody's letter leaves, or nobody gets there. */
export interface SettingCheck {
  readonly setting: string;
  readonly is: 'set' | 'missing' | 'advised';
  /** What it is, or what follows from its absence. */
  readonly says: string;
  /** The same as a name, for whoever says it in other languages; of what is set there is none. */
  readonly why?: WhySetting;
}

/** Every setting that matters when a site goes live, with what is still missing (docs/operating/going-live.md). */
export function checkSettings(settings: Settings): SettingCheck[] {
  const { operator, PUBLIC_URL, SMTP_URL, MAIL_DOMAIN, BOUNCE_PORT, DKIM_SELECTOR, TIME_ZONE } = settings;
  const url = new URL(PUBLIC_URL);
  const local = isReserved(url.hostname) || /^(127\.|\[::1\])/.test(url.hostname);
  return [
    found('OPERATOR_NAME', operator?.name, [
      'demonstration',
      'this is a demonstration: what is done here is tried, and never counts',
    ]),
    email(operator?.email),
    advised('OPERATOR_ADDRESS', operator?.address, ['no-paper', 'nobody can write to you on paper']),
    local
      ? missing('PUBLIC_URL', [
          'local-address',
          `${PUBLIC_URL} is an address of this machine: links in mails lead nowhere else`,
        ])
      : set('PUBLIC_URL', PUBLIC_URL),
    SMTP_URL
      ? set('SMTP_URL', new URL(SMTP_URL).host)
      : missing('SMTP_URL', ['no-relay', 'no mail server is named: every mail stays on this machine']),
    isReserved(MAIL_DOMAIN)
      ? missing('MAIL_DOMAIN', [
          'nobodys-domain',
          `${MAIL_DOMAIN} can be nobody’s domain: no server takes mail from it`,
        ])
      : set('MAIL_DOMAIN', MAIL_DOMAIN),
    advised('DKIM_SELECTOR, DKIM_KEY_FILE', DKIM_SELECTOR, [
      'unsigned',
      'mails are not signed here; set them unless your relay signs',
    ]),
    advised('BOUNCE_PORT', BOUNCE_PORT?.toString(), [
      'returned-by-hand',
      'mails that come back are seen only by npm run import -- bounces',
    ]),
    advised('TIME_ZONE', TIME_ZONE === WORLD ? undefined : TIME_ZONE, ['days-by-utc', 'days begin by UTC']),
  ];
}

/** What follows, by its name and as the command line says it. */
type Follows = readonly [why: WhySetting, says: string];

function email(address: string | undefined): SettingCheck {
  const domain = address?.slice(address.lastIndexOf('@') + 1) ?? '';
  return address && isReserved(domain)
    ? missing('OPERATOR_EMAIL', [
        'nobodys-mailbox',
        `${address} can be nobody’s mailbox: mail to you stays on this machine`,
      ])
    : found('OPERATOR_EMAIL', address, ['nobody-reached', 'nobody can reach whoever runs the site']);
}

function found(setting: string, value: string | undefined, otherwise: Follows): SettingCheck {
  return value ? set(setting, value) : missing(setting, otherwise);
}

const set = (setting: string, says: string): SettingCheck => ({ setting, is: 'set', says });
const missing = (setting: string, [why, says]: Follows): SettingCheck => ({ setting, is: 'missing', says, why });

function advised(setting: string, value: string | undefined, [why, says]: Follows): SettingCheck {
  return value ? set(setting, value) : { setting, is: 'advised', says, why };
}
