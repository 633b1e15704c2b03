import { isIPv4 } from 'node:net';
import { parseConnectionUrl } from 'nodemailer/lib/shared';

/**
 * How to reach the relay of SMTP_URL. Over `smtp://` nothing leaves before STARTTLS (RFC 3207), because whoever sits in between could
 * otherwise take the offer away and read along; except on this machine, or where the url says `?requireTLS=false`.
 */
export function relayOptions(url: string): ReturnType<typeof parseConnectionUrl> {
  const options = parseConnectionUrl(url);
  return { ...options, requireTLS: options.requireTLS ?? !(options.secure || isLoopback(options.host ?? '')) };
}

function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}
