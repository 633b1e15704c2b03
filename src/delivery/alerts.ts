import type { App } from '../app.ts';
import type { Queries } from '../database/database.ts';
import type { Key } from '../locales/words.ts';
import { withoutPeople } from './smtp-replies.ts';

type Title = Extract<Key, `delivery.alert.${string}.title`>;

/** What the operator may be told of: each has its words, what happened and what to do. */
export type AlertKind = Title extends `delivery.alert.${infer Kind}.title` ? Kind : never;

/** Tells the operator, once while it stands: a row, a line in the log, and a mail (see mail-alerts.ts). None names a person. */
export async function alertOperator(
  app: Pick<App, 'log'>,
  queries: Queries,
  alert: { kind: AlertKind; subject: string; detail: string },
): Promise<void> {
  const told = { kind: alert.kind, subject: withoutPeople(alert.subject), detail: withoutPeople(alert.detail) };
  const raised = await queries
    .insertInto('alerts')
    .values(told)
    .onConflict((open) => open.columns(['kind', 'subject']).where('settled_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (raised.numInsertedOrUpdatedRows) app.log.warn({ alert: told.kind, subject: told.subject }, told.detail);
}
