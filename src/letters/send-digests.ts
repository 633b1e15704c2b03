import { randomUUIDv7 } from 'node:crypto';
import type { App } from '../http/app.ts';
import { domainOf, type MailGateway } from '../mail/mail-gateway.ts';
import { newBounceId, returnPathOf } from '../mail/return-path.ts';
import { namesOf } from '../representatives/find-representatives.ts';
import { today } from '../text/partial-day.ts';
import { lastAt, type TimeZone } from '../text/time-zone.ts';
import { workThrough } from '../work/worker-pool.ts';
import { giveBack } from './deliver-letters.ts';
import { type ClaimedLetter, endClaimed } from './delivery-queries.ts';
import { digestMail } from './digest-mail.ts';
import { beginDigest, claimDigest } from './digest-queries.ts';
import { type ReadyLetter, readyToSend } from './ready-to-send.ts';
import { MOST_ATTEMPTS, record, recordFailure } from './record-hand-over.ts';

/** Letters in one mail, so that it stays a mail that can be read. */
const MOST_IN_ONE = 100;

/** All letters of one mail, to one mailbox. */
type Digest = readonly ClaimedLetter[];

/** When the mail of the day leaves, in the organisation's zone. */
const TURN = { hour: 6, minute: 3 };
export const DIGESTS_LEAVE = `${TURN.minute} ${TURN.hour} * * *`;

/** When the mail of the day was last due. */
export function lastTurn(zone: TimeZone, now: Date): Date {
  return lastAt(zone, TURN, now);
}

/**
 * Sends the mail of the day to each office that asked for one, by the same rule as single letters: at most once.
 * @param missed the turn at which some could not leave: those alone, with what was in them then
 * @returns how many were tried
 */
export function sendDigests(app: App, post: MailGateway, missed?: Date): Promise<number> {
  return workThrough<Digest>({
    workers: () => post.workers(),
    take: async () => {
      const letters = await claimDigest(app.database, randomUUIDv7(), MOST_IN_ONE, missed);
      return letters.length > 0 ? [letters] : [];
    },
    lane: ([first]) => domainOf(first?.address ?? ''),
    do: (digest) => sendOne(app, post, digest),
    giveBack: (digests) => giveBack(app, digests.flat()),
  });
}

async function sendOne(app: App, post: MailGateway, digest: Digest): Promise<void> {
  const ready = (await Promise.all(digest.map((letter) => makeReady(app, letter)))).filter((one) => one !== undefined);
  const [first, ...others] = ready;
  if (!first) return;
  const letters = ready.map(({ letter }) => letter);
  const leaving = { begun: false };
  try {
    const names = await namesOf(
      app.database,
      first.ready.text.lang,
      letters.map((one) => one.representative_id),
      today(app.settings.TIME_ZONE),
    );
    const bounceId = newBounceId();
    const mail = digestMail(app, [first.ready, ...others.map((one) => one.ready)], names, new Date());
    const message = await post.compose(mail, returnPathOf(app.keys, bounceId, app.settings.MAIL_DOMAIN));
    const result = await post.send(message, async () => {
      leaving.begun = await beginDigest(app.database, letters, bounceId);
      return leaving.begun;
    });
    // One of them was taken back at this moment: the others make another mail.
    if (result.outcome === 'abandoned') return void (await giveBack(app, letters, 0));
    for (const one of ready) await record(app, one.letter, result, new Date(), { copy: one.ready.copy });
  } catch (error) {
    if (leaving.begun) throw error;
    for (const letter of letters) await recordFailure(app, letter, error as Error, new Date());
  }
}

/** @returns undefined for a letter of which nothing can be made; it keeps no other from leaving */
async function makeReady(
  app: App,
  letter: ClaimedLetter,
): Promise<{ letter: ClaimedLetter; ready: ReadyLetter } | undefined> {
  try {
    if (letter.attempts > MOST_ATTEMPTS) throw new Error('tried too often');
    const ready = await readyToSend(app, letter);
    if (ready) return { letter, ready };
    await endClaimed(app.database, letter, 'not-made');
  } catch (error) {
    await recordFailure(app, letter, error as Error, new Date());
  }
  return undefined;
}
