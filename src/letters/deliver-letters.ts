import type { App } from '../app.ts';
import { campaignById } from '../campaigns/campaigns.ts';
import { alertOperator } from '../delivery/alerts.ts';
import type { HandOver } from '../delivery/mail.ts';
import { pauseDomain } from '../delivery/pauses.ts';
import type { PostRoom } from '../delivery/post-room.ts';
import { openQueues } from '../delivery/queues.ts';
import { newBounceId, returnPathOf } from '../delivery/return-path.ts';
import { withoutPeople } from '../delivery/smtp-replies.ts';
import { noteHandedOver, noteRefused } from '../representatives/channel-health.ts';
import { stateName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import { newId } from '../supporters/new-id.ts';
import { writerOf } from '../supporters/writer.ts';
import {
  beginHandOver,
  type ClaimedLetter,
  claimLetters,
  putBack,
  recordEnd,
  recoverClaims,
  waitingChannels,
} from './delivery-queries.ts';
import { copyMail, letterMail } from './letter-mail.ts';
import { openText } from './letter-text.ts';

/** How long a claim is respected; longer than any hand-over can take. */
export const LEASE_MINUTES = 15;
const AT_ONCE = 16;
const FIRST_PAUSE = 5 * 60_000;
const LONGEST_PAUSE = 6 * 3_600_000;
/** With pauses that double up to six hours, about three days. */
const MOST_ATTEMPTS = 17;

/** Hands over every letter whose turn it is, a few at a time. @returns how many were tried */
export async function deliverLetters(app: App, post: PostRoom, signal?: AbortSignal): Promise<number> {
  let tried = 0;
  while (!signal?.aborted) {
    const letters = await claimLetters(app.database, newId(), AT_ONCE * 4);
    if (letters.length === 0) break;
    const outcomes = await inParallel(letters, (letter) => deliverOne(app, post, letter));
    tried += letters.length;
    // Our own way out is closed: trying on would only move letters back and forth.
    if (outcomes.includes('closed')) break;
  }
  return tried;
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items];
  const results: Result[] = [];
  const hand = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return results;
}

async function deliverOne(app: App, post: PostRoom, letter: ClaimedLetter): Promise<'done' | 'closed'> {
  const sent = await readyToSend(app, letter);
  if (!sent) {
    await recordEnd(app.database, letter, 'refused', 'the writer is no longer known', new Date());
    return 'done';
  }
  const bounceId = newBounceId();
  const message = await post.compose(
    letterMail(app, sent, new Date()),
    returnPathOf(app.keys, bounceId, app.settings.MAIL_DOMAIN),
  );
  const result = await post.send(message, () => beginHandOver(app.database, letter, bounceId));
  await record(app, letter, result, new Date());
  if (result.outcome === 'accepted' && sent.copy) await sendCopy(app, post, sent);
  return result.outcome === 'deferred' && result.ours ? 'closed' : 'done';
}

/** A claimed letter with everything that its mail needs; undefined once its writer is forgotten. */
export async function readyToSend(app: App, letter: ClaimedLetter) {
  const writer = await writerOf(app, letter.supporter_key, letter.action_id);
  const text = openText(app.keys, letter.text_sealed);
  const campaign = await campaignById(app.database, letter.campaign_id, text.lang);
  if (!writer || !campaign) return undefined;
  const state = await stateOf(app.database, writer.country);
  const named = { ...writer, country: state ? stateName(text.lang, state) : writer.country };
  return {
    text,
    writer: named,
    copy: writer.copy,
    campaign: { name: campaign.text.name, slug: campaign.slug },
    to: letter.address,
    channelId: letter.channel_id,
  };
}

/** Writes down what the receiving server said, and what follows from it for its address and its domain. */
export async function record(app: App, letter: ClaimedLetter, result: HandOver, now: Date): Promise<void> {
  if (result.outcome === 'abandoned') return;
  const reply = withoutPeople(result.reply);
  if (result.outcome === 'accepted') {
    await recordEnd(app.database, letter, 'handed-over', reply, now);
    await noteHandedOver(app.database, letter.channel_id, now);
  } else if (result.outcome === 'unknown') {
    await recordEnd(app.database, letter, 'unknown', reply, now);
  } else if (result.outcome === 'deferred') {
    await recordDeferred(app, letter, reply, result.ours, now);
  } else {
    await recordRefused(app, letter, { ...result, reply }, now);
  }
}

async function recordDeferred(app: App, letter: ClaimedLetter, reply: string, ours: boolean, now: Date): Promise<void> {
  if (ours) await alertOperator(app, app.database, { kind: 'relay-refuses-us', subject: 'SMTP_URL', detail: reply });
  if (!ours && letter.attempts >= MOST_ATTEMPTS) return recordEnd(app.database, letter, 'refused', reply, now);
  await putBack(app.database, letter, reply, new Date(now.getTime() + pauseAfter(ours ? 1 : letter.attempts)), !ours);
}

/** Doubling from five minutes to six hours, give or take a fifth, so that letters put back together don't come back together. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1)) * (0.8 + Math.random() * 0.4);
}

async function recordRefused(
  app: App,
  letter: ClaimedLetter,
  { reply, meaning }: Extract<HandOver, { outcome: 'refused' }>,
  now: Date,
): Promise<void> {
  if (meaning === 'policy') {
    await pauseDomain(app, app.database, letter.address.split('@').at(-1)?.toLowerCase() ?? '', reply, now);
    return putBack(app.database, letter, reply, now, false);
  }
  await recordEnd(app.database, letter, 'refused', reply, now);
  await noteRefused(app.database, letter.channel_id, meaning === 'mailbox-gone' ? 'unknown-mailbox' : undefined, now);
}

async function sendCopy(
  app: App,
  post: PostRoom,
  sent: NonNullable<Awaited<ReturnType<typeof readyToSend>>>,
): Promise<void> {
  await post.send(
    await post.compose(
      copyMail(app, sent, new Date()),
      returnPathOf(app.keys, newBounceId(), app.settings.MAIL_DOMAIN),
    ),
  );
}

/** What a crash may have left: claims nobody holds, and addresses whose queue was lost. */
export async function recoverDeliveries(app: App): Promise<void> {
  await recoverClaims(app.database, LEASE_MINUTES);
  await openQueues(app.database, await waitingChannels(app.database));
}
