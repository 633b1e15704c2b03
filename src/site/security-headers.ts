import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet, { type HelmetOptions } from 'helmet';
import type { Settings } from '../config/settings.ts';
import { contentSecurityPolicy } from './content-security.ts';

const UNUSED = ['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media']
  .concat([
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
  ])
  .concat(['screen-wake-lock', 'serial', 'storage-access', 'usb', 'xr-spatial-tracking']);

/**
 * What no page of ours asks a browser for, so that nothing that slipped in can (W3C Permissions Policy); copying stays, and sharing, which
 * is a page’s own without a word. What some browser does not know (`bluetooth`, `web-share`) is left out: it would warn on every page.
 */
const permissionsPolicy = policy(`()`);

/** The same where people sign in: a passkey is asked for, and made, on pages of the office alone. */
export const withPasskeys = policy('(self)');

function policy(passkeys: string): string {
  const unused = UNUSED.map((feature) => `${feature}=()`);
  const signing = ['get', 'create'].map((what) => `publickey-credentials-${what}=${passkeys}`);
  return [...unused, ...signing, 'clipboard-write=(self)'].join(', ');
}

/** Sets what every answer carries to keep browsers from harm. */
export type SetHeaders = (request: IncomingMessage, response: ServerResponse) => void;

/** Worked out once, here: they are the same for every request. */
export function securityHeaders(settings: Settings): SetHeaders {
  const headers = [
    ['permissions-policy', permissionsPolicy] as const,
    ['content-security-policy', contentSecurityPolicy(settings.PUBLIC_URL)] as const,
    ...setBy(helmet(beside(settings))),
  ];
  return (_, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

/** What browsers heed in pages alone, and in what can be opened as one. */
const OF_PAGES = ['permissions-policy', 'cross-origin-opener-policy', 'origin-agent-cluster', 'x-dns-prefetch-control'];

/** Takes from a script's answer what nobody heeds there: as many bytes as a small script weighs, on a slow line. */
export function withoutHeadersOfPages(response: ServerResponse): void {
  for (const name of OF_PAGES) response.removeHeader(name);
}

function setBy(set: ReturnType<typeof helmet>): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  set(request, response, (error) => {
    if (error) throw error;
  });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

function beside(settings: Settings): HelmetOptions {
  const secure = settings.PUBLIC_URL.startsWith('https:');
  return {
    contentSecurityPolicy: false,
    // Links in mails are secrets; other sites must not learn them, our own forms need their origin.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    // Of browsers and plug-ins that are no more; frames are refused by the Content-Security-Policy.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
}
