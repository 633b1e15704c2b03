import { langs } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { mailtoLink } from '../text/mailbox.ts';
import { siteAddresses } from './addresses.ts';

/** Where to report a weakness (RFC 9116). Expires a year from now, so that a forgotten install says nothing stale. */
export const securityFile = needsNoGate('whom to write to about a weakness', async ({ app }) => ({
  kind: 'file',
  type: 'text/plain; charset=utf-8',
  tags: ['site'],
  body: [
    `Contact: ${contactOf(app.settings)}`,
    `Expires: ${new Date(Date.now() + 365 * 86_400_000).toISOString()}`,
    `Preferred-Languages: ${langs.join(', ')}`,
    '',
  ].join('\n'),
}));

function contactOf({ operator, PUBLIC_URL }: App['settings']): string {
  return operator ? mailtoLink(operator.email) : `${PUBLIC_URL}${siteAddresses.privacy('en')}`;
}
