import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { dropPages } from '../http/invalidation.ts';
import { alertOperator, settleAlertsOf } from '../mail/alerts.ts';
import { endPause, pauseDomainNow } from './mailbox-queries.ts';

export { countPauses, selectPauses as pauses } from './mailbox-queries.ts';

/** Stops all letters to a receiving domain until the operator has looked. */
export async function pauseDomain(
  app: Pick<App, 'log' | 'settings'>,
  queries: Queries,
  domain: string,
  reply: string,
  now: Date,
): Promise<void> {
  await pauseDomainNow(queries, domain, reply, now);
  await dropPages(queries, ['representatives'], 'refresh');
  await alertOperator(app, queries, { kind: 'domain-refuses-us', subject: domain, detail: reply });
}

/**
 * Lets letters go again to a mailbox or a receiving domain, and settles its alert.
 * @returns false where nothing of that name is paused, and nothing was told of it
 */
export function resume(database: Database, what: string, by: ActorId): Promise<boolean> {
  const name = what.toLowerCase();
  return database.transaction().execute(async (trx) => {
    const paused = await endPause(trx, name);
    const settled = await settleAlertsOf(trx, name, by);
    if (!paused && !settled) return false;
    await writeAudit(trx, {
      by,
      operation: 'representatives.resume',
      item: ['mailbox', name],
      after: { paused, settled },
    });
    await dropPages(trx, ['representatives'], 'refresh');
    return true;
  });
}
