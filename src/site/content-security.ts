import type { InlinedStyles } from './styles.ts';

/**
 * Nothing from elsewhere, no frames, no script in a page, and of styles those alone that are its own (CSP level 3).
 * @param styles what stands in a page; left out for whatever is none
 */
export function contentSecurityPolicy(publicUrl: string, styles?: InlinedStyles): string {
  return [
    "default-src 'none'",
    ...(styles ? [`style-src '${styles.hash}'`] : []),
    "script-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(publicUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join(';');
}
