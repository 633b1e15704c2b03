import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import type { Settings } from '../config/settings.ts';
import { isReserved } from '../text/reserved-domain.ts';

type MailRecordKind = 'spf' | 'dkim' | 'dmarc' | 'mx';

/** What DNS says of our mail domain, by which receivers know whether a mail is ours (docs/operating/mail.md). */
export interface MailRecord {
  readonly kind: MailRecordKind;
  /** Where it was found, or looked for first. */
  readonly name: string;
  /** `other-key`: it says another key than the one that mails are signed with here. */
  readonly is: 'found' | 'none' | 'other-key' | 'no-resolver';
  readonly says: readonly string[];
}

/** Milliseconds for everything that is asked, whoever waits for it. */
const ANSWERED_WITHIN = 2_000;
const NOTHING_THERE: readonly (string | undefined)[] = ['ENODATA', 'ENOTFOUND'];
/** Each stands alone at its name, whatever else does (RFC 7208 section 4.5, RFC 6376 section 3.6.1, RFC 7489 section 6.1). */
const begins = { spf: /^v=spf1(?: |$)/i, dkim: /(?:^|;)\s*p=/, dmarc: /^v=DMARC1\s*;/i } as const;

type MailSettings = Pick<Settings, 'MAIL_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_KEY_FILE'>;

/**
 * Looks them up, all at once and for two seconds at most.
 * @param servers to ask; left out, those of this machine
 * @returns nothing where the mail domain can be nobody's
 */
export async function findMailRecords(settings: MailSettings, servers?: readonly string[]): Promise<MailRecord[]> {
  const { MAIL_DOMAIN: domain, DKIM_SELECTOR: selector } = settings;
  if (isReserved(domain)) return [];
  const resolver = new Resolver({ timeout: ANSWERED_WITHIN / 2, tries: 1 });
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), ANSWERED_WITHIN);
  try {
    return await Promise.all([
      found('spf', [domain], (name) => texts(resolver, name, begins.spf)),
      ...(selector ? [dkim(resolver, `${selector}._domainkey.${domain}`, settings.DKIM_KEY_FILE)] : []),
      found(
        'dmarc',
        withParents(domain).map((name) => `_dmarc.${name}`),
        (name) => texts(resolver, name, begins.dmarc),
      ),
      found('mx', [domain], async (name) =>
        (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`),
      ),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

async function dkim(resolver: Resolver, name: string, keyFile: string | undefined): Promise<MailRecord> {
  const record = await found('dkim', [name], (at) => texts(resolver, at, begins.dkim));
  const ours = keyFile && publicPartOf(keyFile);
  const theirs = record.says.map((one) => /(?:^|;)\s*p=([^;]*)/.exec(one)?.[1]?.replaceAll(/\s/g, ''));
  return record.is === 'found' && ours && !theirs.includes(ours) ? { ...record, is: 'other-key' } : record;
}

/** As the record has it (RFC 6376 section 3.6.1, RFC 8463). @returns undefined where there is no key to be read */
function publicPartOf(keyFile: string): string | undefined {
  try {
    const key = createPublicKey(createPrivateKey(readFileSync(keyFile)));
    const { x } = key.export({ format: 'jwk' });
    if (key.asymmetricKeyType === 'ed25519' && x) return Buffer.from(x, 'base64url').toString('base64');
    return key.export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    return undefined;
  }
}

/** A domain that has no policy of its own follows that of the one above it (RFC 7489 section 6.6.3). */
function withParents(domain: string): string[] {
  const labels = domain.split('.').slice(-5);
  return labels.flatMap((_, at) => (at <= Math.max(0, labels.length - 2) ? labels.slice(at).join('.') : []));
}

async function texts(resolver: Resolver, name: string, which: RegExp): Promise<string[]> {
  return (await resolver.resolveTxt(name)).map((parts) => parts.join('')).filter((text) => which.test(text));
}

/** The first of some names that has it. */
async function found(
  kind: MailRecordKind,
  names: readonly string[],
  ask: (name: string) => Promise<string[]>,
): Promise<MailRecord> {
  const answers = await Promise.all(names.map((name) => ask(name).catch(whyNot)));
  const at = answers.findIndex((answer) => answer === undefined || answer.length > 0);
  const [name = '', says] = at < 0 ? [names[0], []] : [names[at], answers[at]];
  if (says === undefined) return { kind, name, is: 'no-resolver', says: [] };
  return { kind, name, is: says.length > 0 ? 'found' : 'none', says };
}

/** @returns undefined where nobody could be asked */
function whyNot({ code }: { readonly code?: string }): string[] | undefined {
  return NOTHING_THERE.includes(code) ? [] : undefined;
}
