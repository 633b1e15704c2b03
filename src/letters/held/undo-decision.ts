import type { ActorId } from '../../actors/actors.ts';
import { writeAudit } from '../../audit/audit.ts';
import type { App } from '../../http/app.ts';
import { dropUntouchedJob, isUntouchedJob, untouchedJobs } from '../../work/enqueue.ts';
import { deleteLastReview, holdAgain, type LookRow, lockLook } from './held-queries.ts';
import { refusalKey } from './review-times.ts';

/** Held again; too late, as it is leaving or its writer was told; taken back by its writer; or nothing was decided. */
export type Undone = 'held' | 'left' | 'withdrawn' | 'undecided';

/**
 * Takes a decision back as long as nothing has left because of it: the letter waits for a look as before.
 * @param decidedAt when what is meant was decided; where somebody decided anew since, that stands
 */
export function undoDecision(app: Pick<App, 'database'>, id: string, by: ActorId, decidedAt?: Date): Promise<Undone> {
  return app.database.transaction().execute(async (trx) => {
    const letter = await lockLook(trx, id);
    if (!letter || letter.state === 'held' || !letter.decision) return 'undecided';
    if (decidedAt && letter.decidedAt?.getTime() !== decidedAt.getTime()) return 'undecided';
    if (letter.withdrawn || letter.state === 'withdrawn') return 'withdrawn';
    if (!(await nothingHasLeft(letter, (key) => dropUntouchedJob(trx, key)))) return 'left';
    if (!(await holdAgain(trx, letter))) return 'withdrawn';
    await deleteLastReview(trx, letter);
    await writeAudit(trx, {
      by,
      operation: 'letters.undo',
      item: ['letter', id],
      before: { decision: letter.decision },
    });
    return 'held';
  });
}

/** Whether a decision could be taken back at this moment. */
export async function canBeUndone({ database }: Pick<App, 'database'>, letter: LookRow): Promise<boolean> {
  if (letter.withdrawn || !letter.decision) return false;
  return nothingHasLeft(letter, (key) => isUntouchedJob(database, key));
}

type DecidedLetter = Pick<
  LookRow,
  'id' | 'state' | 'text_sealed' | 'refusedHere' | 'withdrawn' | 'decision' | 'decidedAt' | 'claimed_at'
>;

/** Of many letters those of which the last decision could be taken back at this moment. */
export async function whichCanBeUndone<Letter extends DecidedLetter>(
  { database }: Pick<App, 'database'>,
  letters: readonly Letter[],
): Promise<ReadonlySet<Letter>> {
  const refused = letters.filter(({ refusedHere, text_sealed }) => refusedHere && text_sealed);
  const here = await untouchedJobs(
    database,
    refused.map(({ id }) => refusalKey(id)),
  );
  const found = new Set<Letter>();
  for (const letter of letters)
    if (!letter.withdrawn && letter.decision && (await nothingHasLeft(letter, async (key) => here.has(key))))
      found.add(letter);
  return found;
}

/** @param mailIsHere whether the mail about a refusal, by its key, was not begun */
function nothingHasLeft(
  letter: DecidedLetter,
  mailIsHere: (key: string) => Promise<boolean>,
): Promise<boolean> | boolean {
  if (!letter.text_sealed) return false;
  if (letter.state === 'waiting') return staysHere(letter);
  return letter.state === 'refused' && letter.refusedHere && mailIsHere(refusalKey(letter.id));
}

/** Nobody has claimed it for delivery since it was released. */
function staysHere({ decision, claimed_at, decidedAt }: DecidedLetter): boolean {
  return decision === 'released' && decidedAt !== null && (claimed_at === null || claimed_at < decidedAt);
}
