import { domainToUnicode } from 'node:url';
import { readDomain } from './mail-domain.ts';

export interface Mailbox {
  /** As mail is sent to it: what was typed, with the domain in ASCII and small letters. */
  readonly address: string;
  /** As mailboxes are compared: lower case throughout, because no provider of today tells Amina@ from amina@. */
  readonly comparable: string;
}

/** In UTF-16 code units, blanks around it included; looked at before anything else is done with what was typed. */
const LONGEST_TYPED = 512;
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** Dot-atom (RFC 5322, section 3.2.3): no quotes, no comments, nothing that a header or an envelope would read otherwise. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/**
 * Reads an e-mail address that somebody typed, for forms and imports alike; its lengths are those of RFC 5321, section 4.5.3.1. Addresses
 * outside ASCII before the @ are not accepted: few relays could carry them (RFC 6531).
 * @returns undefined for anything but one bare address: mail never goes to one that nobody typed
 */
export function readMailbox(typed: string): Mailbox | undefined {
  if (typed.length > LONGEST_TYPED) return undefined;
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  if (local.length > LONGEST_LOCAL || !LOCAL.test(local)) return undefined;
  const domain = readDomain(text.slice(at + 1));
  const address = `${local}@${domain}`;
  return domain && address.length <= LONGEST ? { address, comparable: address.toLowerCase() } : undefined;
}

/** A link to a mailbox (RFC 6068): what means something else in one (`?`, `&`, `%`) is encoded. */
export function mailtoLink(address: string): string {
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`;
}

/** An address as it was understood, for the person who typed it: a domain of another script in its letters, and as mail is sent to it. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const readable = `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`;
  return readable === address ? address : `${readable} (${address})`;
}

/** As much of an address as its writer knows it by: `a…@mail.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(at)}`;
}
