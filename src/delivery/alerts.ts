import type { App } from '../app.ts';
import type { Queries } from '../database/database.ts';

/** Tells the operator, once while it stands: a row, and a line in the log. Neither names a person. */
export async function alertOperator(
  app: Pick<App, 'log'>,
  queries: Queries,
  alert: { kind: string; subject: string; detail: string },
): Promise<void> {
  const raised = await queries
    .insertInto('alerts')
    .values(alert)
    .onConflict((open) => open.columns(['kind', 'subject']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (raised.numInsertedOrUpdatedRows) app.log.warn({ alert: alert.kind, subject: alert.subject }, alert.detail);
}

/** Stops all letters to a receiving domain until the operator has looked. */
export async function pauseDomain(
  app: Pick<App, 'log'>,
  queries: Queries,
  domain: string,
  reply: string,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('receiving_domains')
    .set({ paused_at: now, paused_because: reply })
    .where('domain', '=', domain)
    .execute();
  await alertOperator(app, queries, { kind: 'domain-refuses-us', subject: domain, detail: reply });
}
