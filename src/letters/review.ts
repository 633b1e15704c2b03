import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { everyCampaign } from '../campaigns/campaigns.ts';
import type { App } from '../http/app.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { enqueue } from '../work/enqueue.ts';
import { readText } from './letter-text.ts';
import { openQueues } from './queues.ts';

export { countHeld } from './review-queries.ts';

import { insertReview, type ReviewedLetter, releaseRestored, selectHeld, settleHeld } from './review-queries.ts';

/** A letter that waits for a person's look. */
export interface HeldLetter {
  readonly id: string;
  /** The slug of the campaign that it is of. */
  readonly campaign: string;
  readonly because: string;
  readonly since: Date | null;
  readonly subject: string;
  readonly body: string;
}

type Reviewing = Pick<App, 'database'> & Opening;

/** The letters that wait for a person's look, the longest waiting first. */
export async function heldLetters(app: Reviewing, id?: string): Promise<HeldLetter[]> {
  const [held, campaigns] = await Promise.all([selectHeld(app.database, id), everyCampaign(app.database, 'en')]);
  return held.map((letter) => {
    const campaign = campaigns.find((one) => one.id === letter.campaign_id)?.slug ?? '';
    return readable(app, letter, campaign);
  });
}

function readable(app: Reviewing, letter: ReviewedLetter, campaign: string): HeldLetter {
  const text = wordsOf(app, letter);
  return {
    id: letter.id,
    campaign,
    because: letter.held_because ?? '',
    since: letter.confirmed_at,
    subject: text.subject,
    body: text.body,
  };
}

/** One whose words can't be opened keeps nobody from looking at the others. */
function wordsOf(app: Opening, letter: ReviewedLetter): { subject: string; body: string } {
  if (!letter.text_sealed) return { subject: '', body: '' };
  const text = readText(app, letter, letter.text_sealed);
  return text === UNREADABLE ? { subject: '(can’t be opened: moved, damaged, or another key)', body: '' } : text;
}

/**
 * Lets a held letter go, or refuses it with a reason that its writer is told.
 * @returns false where no such letter waits
 */
export function decideLetter(app: Reviewing, id: string, decision: { by: ActorId; refuse?: string }): Promise<boolean> {
  return app.database.transaction().execute(async (trx) => {
    const letter = await settleHeld(trx, id, decision.refuse === undefined ? 'waiting' : 'refused');
    if (!letter) return false;
    await insertReview(trx, letter, decision);
    // Why is told to its writer, and stands nowhere else: it may speak of them.
    const operation = decision.refuse === undefined ? 'letters.release' : 'letters.refuse';
    await writeAudit(trx, { by: decision.by, operation, item: ['letter', id] });
    if (decision.refuse !== undefined)
      await enqueue(trx, 'mail-refusal', { key: letter.supporter_key.toString('hex'), letter: id });
    else await openQueues(trx, [letter.channel_id]);
    return true;
  });
}

/** Lets all letters go that a restore held back, once somebody has made sure that they had not left before. @returns how many */
export function releaseAfterRestore(app: Pick<App, 'database'>, by: ActorId): Promise<number> {
  return app.database.transaction().execute(async (trx) => {
    const channels = await releaseRestored(trx, by);
    await openQueues(trx, [...new Set(channels)]);
    if (channels.length > 0)
      await writeAudit(trx, {
        by,
        operation: 'letters.release-restored',
        item: ['letters', 'restored'],
        after: { letters: channels.length },
      });
    return channels.length;
  });
}
