import { deleteSupporter, eraseActions } from '../actions/erase-actions.ts';
import { lockSupporter } from '../actions/people.ts';
import { eraseConsents } from '../consents/consents.ts';
import type { App } from '../http/app.ts';
import { eraseJobs } from '../work/enqueue.ts';
import { eraseSetAside } from '../work/set-aside.ts';

type Erasing = Pick<App, 'database' | 'handed' | 'settings'>;

/**
 * Deletes everything that is held of one supporter (GDPR art. 17). Who was counted is counted no longer, so that erasing and joining
 * again counts once; the counts themselves keep no trace of a person.
 * @returns whether there was anything
 */
export async function eraseSupporter(app: Erasing, key: Buffer): Promise<boolean> {
  return (await eraseEverything(app, key)) !== undefined;
}

/**
 * As `eraseSupporter`. Each room erases what it owns, in the order in which everybody takes locks, so that no two deadlock: the
 * supporter; what may be leaving; actions; what was agreed to with them; what other rooms hang on them, in the order of the rooms; at last
 * the supporter.
 * @returns how many letters were leaving at that moment and may arrive; undefined where nothing was held
 */
export function eraseEverything(
  { database, handed, settings }: Erasing,
  key: Buffer,
  now = new Date(),
): Promise<{ readonly leaving: number } | undefined> {
  const { personalData } = handed;
  return database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, key))) return undefined;
    let leaving = 0;
    for (const { beforeErased } of personalData) leaving += (await beforeErased?.(trx, key)) ?? 0;
    await eraseActions(trx, key, personalData, { asked: true, now, zone: settings.TIME_ZONE });
    await eraseConsents(trx, key);
    await eraseSetAside(trx, key);
    await eraseJobs(trx, key);
    for (const { erased } of personalData) await erased(trx, key);
    await deleteSupporter(trx, key);
    return { leaving };
  });
}
