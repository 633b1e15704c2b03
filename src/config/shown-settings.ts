import type { SettingName, Settings } from './settings.ts';

/**
 * How much of each setting may stand on a screen: all of it; of an address that may hold a password only where it leads; or no more than
 * that it is set. The types ask for a new one here.
 */
const shownOf = {
  PORT: 'all',
  HOST: 'all',
  PUBLIC_URL: 'where',
  DATABASE_URL: 'where',
  DATA_DIR: 'all',
  BACKUP_DIR: 'all',
  BACKUPS_KEPT: 'all',
  BACKUP_BEFORE_UPGRADE: 'all',
  SMTP_URL: 'where',
  MAIL_DOMAIN: 'all',
  DKIM_SELECTOR: 'all',
  DKIM_KEY_FILE: 'all',
  OUTBOX_PORT: 'all',
  BOUNCE_PORT: 'all',
  BOUNCE_LMTP: 'all',
  BOUNCE_HOST: 'all',
  OPERATOR_NAME: 'all',
  OPERATOR_EMAIL: 'all',
  OPERATOR_ADDRESS: 'all',
  OPERATOR_ACCOUNTS: 'all',
  OPERATOR_LANG: 'all',
  ARABIC_DIGITS: 'all',
  TIME_ZONE: 'all',
  SEALING_KEY: 'nothing',
  SEALING_KEY_FILE: 'all',
  LINK_DAYS: 'all',
  RECOVERY_HOURS: 'all',
  TRUSTED_PROXIES: 'all',
  DATABASE_CONNECTIONS: 'all',
  PAGE_CACHE_MB: 'all',
  MEDIA_QUOTA: 'all',
  ACTS_PER_NETWORK_HOUR: 'all',
  PICTURES_PER_NETWORK_HOUR: 'all',
  WORK: 'all',
  METRICS_TOKEN: 'nothing',
  LOG_LEVEL: 'all',
} as const satisfies Readonly<Record<SettingName, 'all' | 'where' | 'nothing'>>;

export interface ShownSetting {
  readonly name: string;
  /** Undefined: it is not set. */
  readonly value: string | undefined;
  /** It is set, and none of it is shown. */
  readonly secret: boolean;
}

/** Every setting as this process has read it, without anything by which somebody could get in anywhere. */
export function shownSettings(settings: Settings): ShownSetting[] {
  return Object.entries(shownOf).map(([name, how]) => {
    const read = textOf(settings[name as SettingName]);
    const value = read === undefined || how === 'all' ? read : how === 'where' ? whereItLeads(read) : undefined;
    return { name, value, secret: read !== undefined && value === undefined };
  });
}

function textOf(value: Settings[SettingName]): string | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** @returns undefined where it can't be told apart from a name and a password, such as one with a `/` that nobody has encoded */
function whereItLeads(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url?.hostname || `${url.pathname}${url.search}${url.hash}`.includes('@')) return undefined;
  return `${url.protocol}//${url.host}${url.pathname}`;
}
