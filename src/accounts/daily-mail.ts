import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { takeDailyMails, updateDailyMail } from './account-queries.ts';

/** Whether somebody wants what waits by mail each morning, by their own word; the first comes on the next. */
export function setDailyMail(database: Database, actor: ActorId, wanted: boolean, now = new Date()): Promise<void> {
  const operation = wanted ? 'accounts.ask-daily-mail' : 'accounts.stop-daily-mail';
  return database.transaction().execute(async (trx) => {
    if (!(await updateDailyMail(trx, actor, wanted ? now : null))) return;
    await writeAudit(trx, { by: actor, operation, item: ['account', actor] });
  });
}

/**
 * Once for each who wants it and has had none since it was last due, however many processes ask.
 * @param due when it was last due @param tell called in the same transaction
 */
export function dailyMailsDue(
  database: Database,
  { due, now }: { readonly due: Date; readonly now: Date },
  tell: (trx: Queries, actor: ActorId) => Promise<void>,
): Promise<void> {
  return database.transaction().execute(async (trx) => {
    for (const actor of await takeDailyMails(trx, due, now)) await tell(trx, actor);
  });
}
