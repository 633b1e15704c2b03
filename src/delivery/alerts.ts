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
