import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../config/settings.ts';

/** Where the office answers: browsers keep its cookie, and a passkey, only where nobody on the way can read or change anything. */
export interface Place {
  /** As browsers say it. */
  readonly origin: string;
  /** By https; else on the machine itself. */
  readonly secure: boolean;
}

/**
 * @param protocol as the connection or a trusted proxy says it
 * @returns undefined where it does not answer: neither this machine's own name nor the https address of `PUBLIC_URL`
 */
export function placeOf(
  { PUBLIC_URL, TRUSTED_PROXIES }: Pick<Settings, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>,
  { headers, protocol }: { readonly headers: IncomingHttpHeaders; readonly protocol: string },
): Place | undefined {
  const asked = `${protocol}://${headers.host ?? ''}`;
  if (!URL.canParse(asked)) return undefined;
  const site = new URL(PUBLIC_URL);
  const { host, hostname, origin } = new URL(asked);
  // What comes over a proxy that ends TLS is plain here; only one that is trusted says more of it.
  const plain = TRUSTED_PROXIES.length > 0 && headers['x-forwarded-proto'] !== undefined && protocol !== 'https';
  if (site.protocol === 'https:' && host === site.host && !plain) return { origin: site.origin, secure: true };
  return isOwnName(hostname) ? { origin, secure: protocol === 'https' } : undefined;
}

/** Names that lead to the machine itself, whoever asks (RFC 6761 section 6.3). */
function isOwnName(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || /^(?:[\w-]+\.)*localhost$/.test(hostname);
}
