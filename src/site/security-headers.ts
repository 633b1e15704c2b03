import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Settings } from '../config/settings.ts';
import { inlinedStyles } from './styles.ts';

/** Nothing from elsewhere, no inline script, no frames, one known style sheet (CSP level 3). */
export function contentSecurity(settings: Settings): FastifyHelmetOptions {
  const secure = settings.PUBLIC_URL.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [`'${inlinedStyles.hash}'`],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Links in mails are secrets; other sites must not learn them, our own forms need their origin.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  };
}
