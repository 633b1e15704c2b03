import { createHmac } from 'node:crypto';
import type { Keys } from '../config/keys.ts';
import { supporterKey } from '../sealing/sealing.ts';

/** How a provider reads what stands before the @. */
interface Provider {
  /** Names under which it has one and the same mailbox; the first stands for all. */
  readonly domains: readonly string[];
  /** Letters that it does not see. */
  readonly unseen?: RegExp;
  /** What begins a tag, besides `+`. */
  readonly tag?: string;
  /** `anything@name.domain` reaches `name@domain`. */
  readonly subdomains?: boolean;
}

/** By what the providers say of themselves; seen in 2026. */
const providers: readonly Provider[] = [
  // support.google.com/mail/answer/7436150 (dots), /10313 (googlemail.com). In domains of Google Workspace dots count.
  { domains: ['gmail.com', 'googlemail.com'], unseen: /\./g },
  // proton.me/support/addresses-and-aliases; that dots, hyphens and underscores are not seen: by their support, and by trial.
  { domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], unseen: /[._-]/g },
  // support.apple.com/102540: one account's older addresses.
  { domains: ['icloud.com', 'me.com', 'mac.com'] },
  // fastmail.help: plus addressing and subdomain addressing.
  { domains: ['fastmail.com'], subdomains: true },
  { domains: ['fastmail.fm'], subdomains: true },
  // yandex.com/support/mail: dots and hyphens are the same, and so are the national domains.
  { domains: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua'], unseen: /[.-]/g },
  // help.yahoo.com SLN28740: a disposable address is a name of one's own, a hyphen and a keyword; other names have no hyphens there.
  ...[
    'yahoo.com',
    'ymail.com',
    'rocketmail.com',
    'yahoo.co.uk',
    'yahoo.fr',
    'yahoo.es',
    'yahoo.de',
    'yahoo.it',
    'yahoo.ca',
    'yahoo.com.br',
  ].map((domain) => ({ domains: [domain], tag: '-' })),
];

const byDomain = new Map(
  providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
);

/**
 * The one form of all addresses that reach the same mailbox, as far as that can be known: for limits alone, never to write to, and
 * never to say who somebody is. A tag after `+` is left out everywhere (RFC 5233; Exchange, Postfix and Dovecot have it so): where it
 * was none, two mailboxes share a limit, and one mail waits a while.
 * @param comparable see `mailbox.ts`
 */
export function limitForm(comparable: string): string {
  const at = comparable.lastIndexOf('@');
  const [local, domain] = withoutSubdomain(comparable.slice(0, at), comparable.slice(at + 1));
  const { domains = [domain], unseen, tag } = byDomain.get(domain) ?? {};
  const plain = before('+', tag ? before(tag, local) : local);
  return `${(unseen && plain.replace(unseen, '')) || plain}@${domains[0]}`;
}

function withoutSubdomain(local: string, domain: string): [string, string] {
  const [name = '', ...rest] = domain.split('.');
  const base = rest.join('.');
  return byDomain.get(base)?.subdomains ? [name, base] : [local, domain];
}

/** What stands before a mark, unless that is nothing. */
function before(mark: string, local: string): string {
  const end = local.indexOf(mark);
  return end > 0 ? local.slice(0, end) : local;
}

/** Under what the mails to one mailbox are counted; says nothing without the secret. */
export interface LimitKeys {
  /** The key of the supporter whose address is the mailbox's plain one. */
  readonly plain: Buffer;
  /** 16 bytes; no supporter's key. */
  readonly mailbox: Buffer;
}

/** @param known the key of the supporter of this address, where it is known already */
export function limitKeys(keys: Pick<Keys, 'finding'>, comparable: string, known?: Buffer): LimitKeys {
  const form = limitForm(comparable);
  const mailbox = createHmac('sha256', keys.finding).update('limit of mails\0').update(form).digest().subarray(0, 16);
  return { plain: known && form === comparable ? known : supporterKey(keys, form), mailbox };
}
