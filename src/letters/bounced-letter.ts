import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { alertOperator } from '../mail/alerts.ts';
import type { WhyItCameBack } from '../mail/our-mail.ts';
import { noteRefused, pauseChannel } from '../representatives/channel-health.ts';
import { pauseDomain } from '../representatives/pauses.ts';
import { markBounced, type ReturnedLetter } from './bounced-letter-queries.ts';

/**
 * Writes down that a letter came back after it had been taken, and what follows: an address where nobody is reached is paused, a domain
 * that refuses us for its policy too. Told twice, it counts once; a later word that gives a reason replaces one that gave none.
 */
export async function noteBouncedLetter(
  app: Pick<App, 'log' | 'settings'>,
  queries: Queries,
  letter: ReturnedLetter,
  { reply, meaning }: WhyItCameBack,
  now: Date,
): Promise<void> {
  const first = await markBounced(queries, letter.bounceId, reply, now);
  if (first) await noteRefused(queries, letter.channelId, undefined, now);
  if (meaning === 'mailbox-gone') await pauseChannel(queries, letter.channelId, 'bounced', now);
  if (!letter.address) return;
  const domain = domainOf(letter.address);
  if (meaning === 'policy') await pauseDomain(app, queries, domain, reply ?? '', now);
  if (meaning === 'ours')
    await alertOperator(app, queries, { kind: 'relay-returned-mail', subject: domain, detail: reply ?? '' });
}

/** An office reports a letter as unwanted: no other goes there until somebody has looked. */
export async function noteComplaint(
  app: Pick<App, 'log' | 'settings'>,
  queries: Queries,
  { channelId, address }: ReturnedLetter,
  now: Date,
): Promise<void> {
  if (!address) return;
  await pauseChannel(queries, channelId, 'complaint', now);
  const detail = 'a letter was reported as unwanted; letters to its office wait (npm run review)';
  await alertOperator(app, queries, { kind: 'complaint', subject: domainOf(address), detail });
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
