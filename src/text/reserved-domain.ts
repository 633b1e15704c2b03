/** Names that can't be anybody's (RFC 2606, RFC 6761): mail to them never leaves, whatever the settings say. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Whether a domain can't be anybody's. */
export function isReserved(domain: string): boolean {
  return RESERVED.test(domain);
}
