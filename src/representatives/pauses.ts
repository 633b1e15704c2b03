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

/** Characters of a reason for which a pause is lifted. */
export const MOST_REASON = 300;

interface Lifting {
  readonly by: ActorId;
  readonly because?: string | undefined;
}

/**
 * Lets letters go again to a mailbox or a receiving domain, and settles its alert.
 * @param because for whoever asks later; the audit keeps it
 * @returns false where nothing of that name is paused, and nothing was told of it
 */
export async function resume(database: Database, what: string, by: ActorId, because?: string): Promise<boolean> {
  return (await resumeAll(database, [what], { by, because })) > 0;
}

/** The same with several. @returns with how many */
export function resumeAll(database: Database, names: readonly string[], lifting: Lifting): Promise<number> {
  return database.transaction().execute(async (trx) => {
    let lifted = 0;
    // In one order, so that two people never wait for each other.
    for (const name of names.map((one) => one.toLowerCase()).sort())
      if (await resumeWithin(trx, name, lifting)) lifted += 1;
    if (lifted > 0) await dropPages(trx, ['representatives'], 'refresh');
    return lifted;
  });
}

async function resumeWithin(trx: Queries, name: string, { by, because }: Lifting): Promise<boolean> {
  const paused = await endPause(trx, name);
  const settled = await settleAlertsOf(trx, name, by);
  if (!paused && !settled) return false;
  await writeAudit(trx, {
    by,
    operation: 'representatives.resume',
    item: ['mailbox', name],
    because,
    after: { paused, settled },
  });
  return true;
}
