import { randomUUIDv7 } from 'node:crypto';
import type { App } from '../http/app.ts';
import { domainOf, type MailGateway } from '../mail/mail-gateway.ts';
import { newBounceId, returnPathOf } from '../mail/return-path.ts';
import type { Lanes } from '../work/lanes.ts';
import { Slots } from '../work/slots.ts';
import { workThrough } from '../work/worker-pool.ts';
import {
  beginHandOver,
  type ClaimedLetter,
  claimLetters,
  endClaimed,
  putBackClaimed,
  recoverClaims,
  waitingChannels,
} from './delivery-queries.ts';
import { letterMail } from './letter-mail.ts';
import { openQueues } from './queues.ts';
import { type ReadyLetter, readyToSend } from './ready-to-send.ts';
import { MOST_ATTEMPTS, record, recordFailure } from './record-hand-over.ts';

/** How long a claim is respected; longer than any hand-over can take. */
export const LEASE_MINUTES = 15;
/** Milliseconds for which a letter that was given back waits. */
const A_MOMENT = 30_000;
/** For each letter on its way to the relay so many are in hand: others are made ready, or written down, meanwhile. */
const IN_HAND = 3;

interface Delivery {
  readonly app: App;
  readonly post: MailGateway;
  /** Those on their way to the relay. */
  readonly slots: Slots;
  readonly signal: AbortSignal | undefined;
}

/** Hands over every letter whose turn it is, a few at a time. @returns how many were tried */
export function deliverLetters(app: App, post: MailGateway, signal?: AbortSignal, lookEvery?: number): Promise<number> {
  const delivery = { app, post, slots: new Slots(() => post.workers()), signal };
  const letters = {
    // One that tries whether the relay is open again tries it alone.
    workers: () => (post.workers() > 1 ? IN_HAND * post.workers() : post.workers()),
    take: (atMost: number, busy: Lanes) => claimLetters(app.database, randomUUIDv7(), atMost, busy.counts()),
    lane: ({ address }: ClaimedLetter) => domainOf(address),
    do: (letter: ClaimedLetter) => deliverOne(delivery, letter),
    giveBack: (left: readonly ClaimedLetter[]) => giveBack(app, left),
  };
  return workThrough(letters, { ...(signal ? { signal } : {}), ...(lookEvery ? { lookEvery } : {}) });
}

/**
 * Puts letters back that have not begun to leave, as if they had not been tried. One by one, because each waits for the lock of its action
 * alone.
 */
export async function giveBack(app: App, letters: readonly ClaimedLetter[], after = A_MOMENT): Promise<void> {
  const soon = new Date(Date.now() + after);
  for (const letter of letters) await putBackClaimed(app.database, letter, soon, { counts: false });
}

async function deliverOne(delivery: Delivery, letter: ClaimedLetter): Promise<void> {
  const { app } = delivery;
  const leaving = { begun: false };
  try {
    // A letter at which the process ends each time is never recorded; its claims are counted all the same.
    if (letter.attempts > MOST_ATTEMPTS) throw new Error('tried too often');
    const ready = await readyToSend(app, letter);
    if (!ready) return void (await endClaimed(app.database, letter, 'not-made'));
    await handOver(delivery, letter, ready, leaving);
  } catch (error) {
    // Once it may have left, only a server's word can say what became of it.
    if (leaving.begun) throw error;
    await recordFailure(app, letter, error as Error, new Date());
  }
}

async function handOver(
  { app, post, slots, signal }: Delivery,
  letter: ClaimedLetter,
  ready: ReadyLetter,
  leaving: { begun: boolean },
): Promise<void> {
  const bounceId = newBounceId();
  const message = await post.compose(
    letterMail(app, ready, new Date()),
    returnPathOf(app.keys, bounceId, app.settings.MAIL_DOMAIN),
  );
  const result = await slots.within(async () => {
    if (signal?.aborted) return undefined;
    return post.send(message, async () => {
      leaving.begun = await beginHandOver(app.database, letter, bounceId);
      return leaving.begun;
    });
  });
  if (!result) return giveBack(app, [letter]);
  await record(app, letter, result, new Date(), { copy: ready.copy });
}

/** What a crash may have left: claims nobody holds, and mailboxes whose queue was lost. */
export async function recoverDeliveries(app: App): Promise<void> {
  await recoverClaims(app.database, LEASE_MINUTES);
  await openQueues(app.database, await waitingChannels(app.database));
}
