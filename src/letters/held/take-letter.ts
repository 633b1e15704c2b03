import type { ActorId } from '../../actors/actors.ts';
import { writeAudit } from '../../audit/audit.ts';
import type { App } from '../../http/app.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { lockHeld } from '../review-queries.ts';
import { langOfLetter } from './held-languages.ts';
import { TAKEN_MINUTES } from './review-times.ts';
import { setFree, setTaken, type Taken, takenByOthers } from './taken-queries.ts';

/**
 * Gives somebody a held letter to themselves for ten minutes, from now on also where they have it already.
 * @returns until when; or who has it; undefined where it isn't held
 */
export function takeLetter(
  app: Pick<App, 'database'> & Opening,
  id: string,
  by: ActorId,
): Promise<Date | Taken | undefined> {
  return app.database.transaction().execute(async (trx) => {
    const [letter] = await lockHeld(trx, [id]);
    if (!letter) return undefined;
    const [other] = await takenByOthers(trx, [id], by);
    if (other) return other;
    const until = await setTaken(trx, letter, langOfLetter(app, letter), by, TAKEN_MINUTES);
    await writeAudit(trx, { by, operation: 'letters.take', item: ['letter', id] });
    return until;
  });
}

/** Lets others have it again before the time is over. @returns false where they don't have it */
export function giveLetterBack(app: Pick<App, 'database'>, id: string, by: ActorId): Promise<boolean> {
  return app.database.transaction().execute(async (trx) => {
    const [letter] = await lockHeld(trx, [id]);
    if (!letter || !(await setFree(trx, letter, by))) return false;
    await writeAudit(trx, { by, operation: 'letters.give-back', item: ['letter', id] });
    return true;
  });
}
