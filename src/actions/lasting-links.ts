import type { Lang } from '../config/langs.ts';
import type { LinkPurpose } from '../sealing/mailed-link.ts';
import { enqueue } from '../work/enqueue.ts';
import { actionAddresses } from './addresses.ts';
import type { LastingLinks } from './lasting-link.ts';

/**
 * Links of one purpose to one's own action.
 * @param to what a new one is for
 */
export function linksToAction(
  purpose: LinkPurpose,
  to: LinkPurpose,
  address: (lang: Lang, token: string) => string,
): LastingLinks {
  return {
    purpose,
    address,
    renew: ({ database }, { supporterKey, id }, lang) =>
      enqueue(database, 'mail-renewed-link', { to, key: supporterKey.toString('hex'), action: id, act: id, lang }),
  };
}

/** An action is confirmed once; who comes back to its link is led to what became of it. */
export const lastingLinks: readonly LastingLinks[] = [
  linksToAction('confirm', 'status', (lang, token) => actionAddresses.confirm(lang, token)),
  linksToAction('status', 'status', (lang, token) => actionAddresses.status(lang, token)),
];
