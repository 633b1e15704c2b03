import type { App } from '../http/app.ts';
import { alertOperator, notMade } from '../mail/alerts.ts';
import type { HandOver } from '../mail/mail.ts';
import { domainOf } from '../mail/mail-gateway.ts';
import { withoutPeople } from '../mail/smtp-replies.ts';
import { noteHandedOver, noteRefused } from '../representatives/channel-health.ts';
import { pauseDomain } from '../representatives/pauses.ts';
import { enqueue } from '../work/enqueue.ts';
import { withoutMessage } from '../work/run-duties.ts';
import {
  type ClaimedLetter,
  endClaimed,
  putBack,
  putBackClaimed,
  recordEnd,
  recordHandedOver,
} from './delivery-queries.ts';

/** Milliseconds. */
export const FIRST_PAUSE = 5 * 60_000;
export const LONGEST_PAUSE = 6 * 3_600_000;
/** By so much of itself a pause may be longer or shorter. */
export const SPREAD = 0.2;
/** With pauses that double up to six hours, about three days. */
export const MOST_ATTEMPTS = 17;

/** Writes down what became of handing a letter over, and what follows from it for its mailbox, its domain and its writer's copy. */
export async function record(
  app: App,
  letter: ClaimedLetter,
  result: HandOver,
  now: Date,
  { copy = false } = {},
): Promise<void> {
  if (result.outcome === 'abandoned') return;
  const reply = withoutPeople(result.reply);
  if (result.outcome === 'accepted') return recordAccepted(app, letter, reply, now, copy);
  if (result.outcome === 'refused') return recordRefused(app, letter, { ...result, reply }, now);
  if (result.outcome === 'unknown') return void (await recordEnd(app.database, letter, 'unknown', reply, now));
  if (result.because === 'receiver') return recordDeferred(app, letter, reply, now);
  // Nothing was said of the receiver: the letter keeps its tries and the last reply.
  await putBack(app.database, letter, null, new Date(now.getTime() + pauseAfter(1)), false);
}

async function recordAccepted(app: App, letter: ClaimedLetter, reply: string, now: Date, copy: boolean): Promise<void> {
  const state = copy
    ? await app.database.transaction().execute(async (trx) => {
        await enqueue(trx, 'mail-copy', { key: letter.supporter_key.toString('hex'), letter: letter.id });
        return recordEnd(trx, letter, 'handed-over', reply, now);
      })
    : await recordHandedOver(app.database, { ...letter, reply, at: now });
  if (state === 'handed-over') await noteHandedOver(app.database, letter.channel_id, now);
}

async function recordDeferred(app: App, letter: ClaimedLetter, reply: string, now: Date): Promise<void> {
  if (letter.attempts >= MOST_ATTEMPTS) await recordEnd(app.database, letter, 'refused', reply, now);
  else await putBack(app.database, letter, reply, new Date(now.getTime() + pauseAfter(letter.attempts)), true);
}

async function recordRefused(
  app: App,
  letter: ClaimedLetter,
  { reply, meaning }: Extract<HandOver, { outcome: 'refused' }>,
  now: Date,
): Promise<void> {
  if (meaning === 'policy') {
    await pauseDomain(app, app.database, domainOf(letter.address), reply, now);
    return putBack(app.database, letter, reply, now, false);
  }
  // The mailbox first: whoever sees the letter refused finds it paused, also after a crash between the two.
  await noteRefused(app.database, letter.channel_id, meaning === 'mailbox-gone' ? 'unknown-mailbox' : undefined, now);
  await recordEnd(app.database, letter, 'refused', reply, now);
}

/**
 * A letter failed on our side before it began to leave. It is tried again as if it had been deferred, and ends after as many tries,
 * with an alert.
 */
export async function recordFailure(app: App, letter: ClaimedLetter, error: Error, now: Date): Promise<void> {
  app.log.error(withoutMessage('letter', error), 'a letter could not be made ready');
  if (letter.attempts < MOST_ATTEMPTS)
    return putBackClaimed(app.database, letter, new Date(now.getTime() + pauseAfter(letter.attempts)));
  await endClaimed(app.database, letter, 'not-made');
  const detail = notMade(MOST_ATTEMPTS);
  await alertOperator(app, app.database, { kind: 'letter-fails', subject: letter.id, detail });
}

/** Doubling from five minutes to six hours, give or take a fifth, so that letters put back together don't come back together. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1)) * (1 - SPREAD + 2 * SPREAD * Math.random());
}
