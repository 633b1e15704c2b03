import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { everyCampaign } from '../campaigns/campaigns.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Opening } from '../sealing/read-sealed.ts';
import { enqueue } from '../work/enqueue.ts';
import { langOfLetter } from './held/held-languages.ts';
import { type HeldRow, selectHeldNamed, selectHeldSlice } from './held/held-queries.ts';
import { readableText } from './letter-text.ts';
import { openQueues } from './queues.ts';

export { countHeld } from './review-queries.ts';

import { refusalKey, UNDO_SECONDS } from './held/review-times.ts';
import { insertHeld, setFree, type Taken, takenByOthers } from './held/taken-queries.ts';
import { insertReview, type LockedLetter, lockHeld, releaseRestored, settleHeld } from './review-queries.ts';

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

const AT_ONCE = 200;

/** The letters that wait for a person's look, the longest waiting first. */
export async function heldLetters(app: Reviewing, id?: string): Promise<HeldLetter[]> {
  const [held, campaigns] = await Promise.all([
    id ? selectHeldNamed(app.database, [id]) : selectHeldSlice(app.database, {}, { descending: false, limit: AT_ONCE }),
    everyCampaign(app.database, 'en'),
  ]);
  return held.map((letter) => {
    const campaign = campaigns.find((one) => one.id === letter.campaign_id)?.slug ?? '';
    return readable(app, letter, campaign);
  });
}

function readable(app: Reviewing, letter: HeldRow, campaign: string): HeldLetter {
  const text = wordsOf(app, letter);
  return {
    id: letter.id,
    campaign,
    because: letter.because,
    since: letter.since,
    subject: text.subject,
    body: text.body,
  };
}

/** One whose words can't be opened keeps nobody from looking at the others. */
function wordsOf(app: Opening, letter: HeldRow): { subject: string; body: string } {
  if (!letter.text_sealed) return { subject: '', body: '' };
  return readableText(app, letter) ?? { subject: '(can’t be opened: moved, damaged, or another key)', body: '' };
}

/** What somebody says of letters that are held: they may leave, or why not, as their writers are told. */
export interface Decision {
  readonly by: ActorId;
  /** By the languages of the writers, where they may be of several. */
  readonly refuse?: string | Readonly<Partial<Record<Lang, string>>>;
}

/** Of which of the letters it was so; of the others somebody else has some, and the rest is not held any more. */
export interface Decided {
  readonly done: readonly string[];
  readonly taken: readonly Taken[];
}

/**
 * Lets held letters go, or refuses them with a reason that their writers are told, all in one transaction and each at most once. For
 * two minutes nothing leaves, so that it can be taken back (`undo-decision.ts`).
 */
export function decideLetters(app: Reviewing, ids: readonly string[], decision: Decision): Promise<Decided> {
  return app.database.transaction().execute(async (trx) => {
    const letters = await lockHeld(trx, ids);
    const taken = await takenByOthers(
      trx,
      letters.map(({ id }) => id),
      decision.by,
    );
    const free = letters.filter(({ id }) => !taken.some((one) => one.id === id));
    // By which they are found once they are decided.
    await insertHeld(
      trx,
      free.map((letter) => ({ ...letter, lang: langOfLetter(app, letter) })),
    );
    const done: string[] = [];
    for (const letter of free) if (await decide(trx, letter, decision)) done.push(letter.id);
    return { done, taken };
  });
}

/** The same of one. @returns false where no such letter waits, or somebody else has it */
export async function decideLetter(app: Reviewing, id: string, decision: Decision): Promise<boolean> {
  return (await decideLetters(app, [id], decision)).done.length === 1;
}

async function decide(trx: Queries, letter: LockedLetter, { by, refuse }: Decision): Promise<boolean> {
  const reason = reasonFor(letter, refuse);
  if (!(await settleHeld(trx, letter, reason === undefined ? 'waiting' : 'refused', UNDO_SECONDS))) return false;
  await insertReview(trx, letter, by, reason);
  // Why is told to its writer, and stands nowhere else: it may speak of them.
  const operation = reason === undefined ? 'letters.release' : 'letters.refuse';
  await writeAudit(trx, { by, operation, item: ['letter', letter.id] });
  await setFree(trx, letter);
  if (reason === undefined) await openQueues(trx, [letter.channel_id]);
  else await mailLater(trx, letter);
  return true;
}

function reasonFor({ writerLang }: LockedLetter, refuse: Decision['refuse']): string | undefined {
  if (refuse === undefined || typeof refuse === 'string') return refuse;
  const reason = refuse[writerLang];
  if (reason === undefined) throw new Error(`no reason in ${writerLang} for a writer who is told in it`);
  return reason;
}

function mailLater(trx: Queries, { supporter_key, id }: LockedLetter): Promise<void> {
  const payload = { key: supporter_key.toString('hex'), letter: id };
  return enqueue(trx, 'mail-refusal', payload, { key: refusalKey(id), seconds: UNDO_SECONDS });
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
