import { domainToASCII } from 'node:url';
import { z } from 'zod';

export interface Mailbox {
  /** As mail is sent to it: what was typed, with the domain in ASCII. */
  readonly address: string;
  /** As mailboxes are compared: lower case throughout, because no provider of today tells Amina@ from amina@. */
  readonly comparable: string;
}

const LONGEST = 254;
const shape = z.email();

/**
 * Reads an e-mail address that somebody typed (RFC 5321 section 4.5.3.1.3 for its length; the shape that browsers accept).
 * Addresses outside ASCII before the @ are not accepted: few relays could carry them (RFC 6531).
 * @returns undefined for anything but one bare address
 */
export function readMailbox(typed: string): Mailbox | undefined {
  const text = typed.normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  const domain = domainToASCII(text.slice(at + 1));
  const address = `${text.slice(0, at)}@${domain}`;
  if (at < 1 || !domain.includes('.') || address.length > LONGEST || !shape.safeParse(address).success)
    return undefined;
  return { address, comparable: address.toLowerCase() };
}
