import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { alertOperator } from '../mail/alerts.ts';
import type { WhyItCameBack } from '../mail/our-mail.ts';
import { noteRefused, pauseChannel } from '../representatives/channel-health.ts';
import { pauseDomain } from '../representatives/pauses.ts';

/** A letter, or a digest of several, whose mail has come back. */
export interface ReturnedLetter {
  readonly bounceId: Buffer;
  readonly channelId: string;
  /** Where it was sent; undefined where that address is no longer known. */
  readonly address: string | undefined;
}

/** @returns undefined where the id is no letter's, or the letter never left */
export async function findReturnedLetter(queries: Queries, bounceId: Buffer): Promise<ReturnedLetter | undefined> {
  const { rows } = await sql<{ channel_id: string; address: string | null }>`
    SELECT l.channel_id, c.value AS address FROM letters l LEFT JOIN channels c ON c.id = l.channel_id
    WHERE l.bounce_id = ${bounceId} AND l.state IN ('handed-over', 'unknown', 'handing-over', 'bounced') LIMIT 1`.execute(
    queries,
  );
  const [row] = rows;
  return row && { bounceId, channelId: row.channel_id, address: row.address ?? undefined };
}

/**
 * Writes down that a letter came back after it had been taken, and what follows: an address where nobody is reached is paused, a domain that
 * refuses us for its policy too. Told twice, it counts once; a later word that gives a reason replaces one that gave none.
 */
export async function noteBouncedLetter(
  app: Pick<App, 'log'>,
  queries: Queries,
  letter: ReturnedLetter,
  { reply, meaning }: WhyItCameBack,
  now: Date,
): Promise<void> {
  const first = await markBounced(queries, letter.bounceId, reply);
  if (first) await noteRefused(queries, letter.channelId, undefined, now);
  if (meaning === 'mailbox-gone') await pauseChannel(queries, letter.channelId, 'bounced', now);
  if (!letter.address) return;
  const domain = domainOf(letter.address);
  if (meaning === 'policy') await pauseDomain(app, queries, domain, reply ?? '', now);
  if (meaning === 'ours')
    await alertOperator(app, queries, { kind: 'relay-returned-mail', subject: domain, detail: reply ?? '' });
}

/** Whoever is handing it over just now finds it so, and writes nothing over this (`recordEnd`). @returns whether it had not been told before */
async function markBounced(queries: Queries, bounceId: Buffer, reply: string | null): Promise<boolean> {
  const { rows } = await sql<{ before: string }>`
    UPDATE letters l SET state = 'bounced', reply = coalesce(${reply}, CASE WHEN l.state = 'bounced' THEN l.reply END) FROM letters b
    WHERE l.supporter_key = b.supporter_key AND l.id = b.id AND b.bounce_id = ${bounceId}
      AND b.state IN ('handed-over', 'unknown', 'handing-over', 'bounced')
    RETURNING b.state AS before`.execute(queries);
  return rows.some(({ before }) => before !== 'bounced');
}

/** An office reports a letter as unwanted: no other goes there until somebody has looked. */
export async function noteComplaint(
  app: Pick<App, 'log'>,
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
