import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../config/settings.ts';

/** Where the office answers: browsers keep its cookie, and a passkey, only where nobody on the way can read or change anything. */
export interface Place {
  /** As browsers say it. */
  readonly origin: string;
  /** By https; else on the machine itself. */
  readonly secure: boolean;
}

interface Reached {
  readonly headers: IncomingHttpHeaders;
  /** As the connection or a trusted proxy says it. */
  readonly protocol: string;
}

type Where = Pick<Settings, 'PUBLIC_URL'>;

/** @returns undefined where it does not answer: neither this machine's own name nor the https address of `PUBLIC_URL`, over https */
export function placeOf(settings: Where, reached: Reached): Place | undefined {
  const { protocol } = reached;
  const url = urlOf(reached);
  if (!url) return undefined;
  if (isOfSite(settings, url)) return protocol === 'https' ? { origin: url.origin, secure: true } : undefined;
  return isOwnName(url.hostname) ? { origin: url.origin, secure: protocol === 'https' } : undefined;
}

/**
 * Whether it would answer, if what comes were known to come over https: a proxy ends TLS whose word for it is not taken, or which gives
 * none.
 */
export function isBehindUntrustedProxy(settings: Where, reached: Reached): boolean {
  const url = urlOf(reached);
  return url !== undefined && reached.protocol !== 'https' && isOfSite(settings, url);
}

function urlOf({ headers, protocol }: Reached): URL | undefined {
  return URL.parse(`${protocol}://${headers.host ?? ''}`) ?? undefined;
}

function isOfSite({ PUBLIC_URL }: Where, { hostname, host, protocol }: URL): boolean {
  const site = new URL(PUBLIC_URL);
  // Plain, a proxy leaves the port out or names that of https.
  const same = protocol === 'https:' ? host === site.host : hostname === site.hostname;
  return site.protocol === 'https:' && same && !isOwnName(hostname);
}

/**
 * Whether somebody sits at the machine itself: by its own name, from its own address, and over no proxy, which would lend its address to
 * anybody. @param ip as the connection or a trusted proxy says it
 */
export function isFromHere({ headers, ip }: { readonly headers: IncomingHttpHeaders; readonly ip: string }): boolean {
  const url = URL.parse(`http://${headers.host ?? ''}`);
  if (!url || !isOwnName(url.hostname) || !/^(?:::ffff:)?127\.|^::1$/.test(ip)) return false;
  return proxied.every((header) => headers[header] === undefined);
}

/** What proxies say of themselves (RFC 9110 section 7.6.3, RFC 7239), or are used to. */
const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const;

/** Names that lead to the machine itself, whoever asks (RFC 6761 section 6.3). */
function isOwnName(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || /^(?:[\w-]+\.)*localhost$/.test(hostname);
}
