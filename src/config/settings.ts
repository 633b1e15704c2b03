import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readDomain } from '../text/mail-domain.ts';
import { readMailbox } from '../text/mailbox.ts';
import { isTimeZone, WORLD } from '../text/time-zone.ts';
import { parseRing } from './key-file.ts';
import { arabicDigits, langs } from './langs.ts';

const flag = z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((word) => word === '1' || word === 'true');
const port = wholeNumber(0, 65_535);
const mailDomain = z.string().transform((typed, context) => {
  const domain = readDomain(typed.trim());
  if (domain) return domain;
  context.addIssue('must be a domain like letters.justice.example');
  return z.NEVER;
});
/** As forms and imports read them. */
const mailbox = z.string().transform((typed, context) => {
  const read = readMailbox(typed);
  if (read) return read.address;
  context.addIssue('must be one e-mail address, like desk@justice.example');
  return z.NEVER;
});
const host = z
  .string()
  .refine((text) => isIP(text) > 0 || z.hostname().safeParse(text).success, 'must be an IP address or a host name');

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

function written(least: number, most: number) {
  const error = `must have ${least} to ${most} characters`;
  return z.string().trim().min(least, { error }).max(most, { error });
}

/** An address, or a network as address/length. */
function isNetwork(text: string): boolean {
  const [base = '', length] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(base)] ?? -1;
  return longest > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest));
}

const list = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** A page of the organisation's own elsewhere. */
function isAccount(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.pathname.length > 1 && !url.username;
}

const environment = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://justice.example' })
    .refine((url) => URL.canParse(url) && /^\/*$/.test(new URL(url).pathname), 'must have no path')
    .optional(),
  // libpq's urls may have no host (a socket's folder stands in the query), which is no url to WHATWG.
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUPS_KEPT: wholeNumber(1, 100).default(3),
  BACKUP_BEFORE_UPGRADE: flag.default(true),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@relay.example:587' })
    .optional(),
  MAIL_DOMAIN: mailDomain.default('localhost.example'),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9._-]+$/i, 'must be a name of letters, digits, dots and hyphens')
    .optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  OUTBOX_PORT: port.default(3025),
  BOUNCE_PORT: port.optional(),
  BOUNCE_LMTP: flag.default(false),
  BOUNCE_HOST: host.default('127.0.0.1'),
  OPERATOR_NAME: written(2, 120).optional(),
  OPERATOR_EMAIL: mailbox.optional(),
  OPERATOR_ADDRESS: written(5, 400).optional(),
  OPERATOR_ACCOUNTS: z
    .string()
    .refine((text) => list(text).every(isAccount), 'must be addresses like https://social.example/@justice')
    .default(''),
  OPERATOR_LANG: z.enum(langs, `must be one of ${langs.join(', ')}`).default('en'),
  ARABIC_DIGITS: z.enum(arabicDigits, `must be one of ${arabicDigits.join(', ')}`).default('latin'),
  TIME_ZONE: z.string().trim().refine(isTimeZone, 'must be a name like Africa/Nairobi or Europe/Paris').default(WORLD),
  SEALING_KEY: z
    .string()
    .refine((text) => parseRing(text) !== undefined, 'must be 32 bytes in base64')
    .optional(),
  SEALING_KEY_FILE: z.string().min(1).optional(),
  LINK_DAYS: wholeNumber(1, 3_650).default(365),
  RECOVERY_HOURS: wholeNumber(1, 120).default(24),
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => list(text).every(isNetwork), 'must be addresses or networks like 127.0.0.1, 10.0.0.0/8')
    .default(''),
  DATABASE_CONNECTIONS: wholeNumber(4, 100).default(10),
  PAGE_CACHE_MB: wholeNumber(0, 4_096).default(64),
  MEDIA_QUOTA: wholeNumber(0, 10_000).default(5),
  ACTS_PER_NETWORK_HOUR: wholeNumber(1, 1_000_000).default(60),
  PICTURES_PER_NETWORK_HOUR: wholeNumber(1, 1_000_000).default(60),
  WORK: flag.default(true),
  METRICS_TOKEN: written(16, 500).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type SettingName = keyof typeof environment.shape;

/** Every setting there is, by its name in the environment. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** Who runs this install and answers for people's data (GDPR art. 4(7), the controller). */
export interface Operator {
  readonly name: string;
  readonly email: string;
  readonly address: string | undefined;
  /** Its accounts in social networks, for whoever wants to follow it: addresses. */
  readonly accounts: readonly string[];
}

export type Settings = Readonly<
  Omit<z.infer<typeof environment>, 'TRUSTED_PROXIES' | 'DATA_DIR' | 'PUBLIC_URL'> & {
    DATA_DIR: string;
    PUBLIC_URL: string;
    TRUSTED_PROXIES: readonly string[];
    /** Undefined: a demonstration, from which no mail leaves. */
    operator: Operator | undefined;
  }
>;

/** One line for each wrong setting, for the operator's eyes. */
export class InvalidSettingsError extends Error {
  override readonly name = 'InvalidSettingsError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * Reads and checks the settings.
 * @param env the environment's variables; an empty value counts as not set
 * @param root the project's folder, against which DATA_DIR is resolved
 * @throws InvalidSettingsError naming every wrong setting at once
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new InvalidSettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { data } = parsed;
  const wrong = contradictions(data);
  if (wrong.length > 0) throw new InvalidSettingsError(wrong);
  return {
    ...data,
    DATA_DIR: resolve(root, data.DATA_DIR),
    BACKUP_DIR: data.BACKUP_DIR && resolve(root, data.BACKUP_DIR),
    PUBLIC_URL: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/(?<!\/)\/+$/, ''),
    TRUSTED_PROXIES: list(data.TRUSTED_PROXIES),
    operator:
      data.OPERATOR_NAME && data.OPERATOR_EMAIL
        ? {
            name: data.OPERATOR_NAME,
            email: data.OPERATOR_EMAIL,
            address: data.OPERATOR_ADDRESS,
            accounts: list(data.OPERATOR_ACCOUNTS),
          }
        : undefined,
  };
}

function contradictions(data: z.infer<typeof environment>): string[] {
  const lines: string[] = [];
  const named = Boolean(data.OPERATOR_NAME) === Boolean(data.OPERATOR_EMAIL);
  if (!named) lines.push('OPERATOR_NAME and OPERATOR_EMAIL: set both, or neither for a demonstration');
  if (Boolean(data.DKIM_SELECTOR) !== Boolean(data.DKIM_KEY_FILE)) {
    lines.push('DKIM_SELECTOR and DKIM_KEY_FILE: set both or neither');
  }
  if (data.SMTP_URL && data.OPERATOR_NAME && data.MAIL_DOMAIN.endsWith('.example')) {
    lines.push('MAIL_DOMAIN: name your own mail domain before mail may leave through SMTP_URL');
  }
  if (data.SMTP_URL && data.OPERATOR_NAME && !data.PUBLIC_URL) {
    lines.push('PUBLIC_URL: say under which address people reach the site before mail may leave through SMTP_URL');
  }
  return lines;
}
