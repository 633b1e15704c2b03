import { sql } from 'kysely';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Key } from '../locales/words.ts';
import { withoutPeople } from './smtp-replies.ts';

type Title = Extract<Key, `mail.alert.${string}.title`>;

/** What the operator may be told of: each has its words, what happened and what to do. */
export type AlertKind = Title extends `mail.alert.${infer Kind}.title` ? Kind : never;

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

/** What was told is over. */
export async function settleAlerts(
  queries: Queries,
  { kind, subject }: { kind: AlertKind; subject: string },
): Promise<void> {
  await queries
    .updateTable('alerts')
    .set({ settled_at: new Date(), settled_by: SYSTEM })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('settled_at', 'is', null)
    .execute();
}

/** Somebody has looked: whatever was told of an address or a domain is over, and complaints of an address’s domain. @returns whether anything stood */
export async function settleToldOf(queries: Queries, name: string, by: ActorId): Promise<boolean> {
  const told = await queries
    .updateTable('alerts')
    .set({ settled_at: new Date(), settled_by: by })
    .where((alert) =>
      alert.or([
        alert('subject', '=', name),
        alert.and([alert('kind', '=', 'complaint'), alert('subject', '=', name.slice(name.lastIndexOf('@') + 1))]),
      ]),
    )
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return told.numUpdatedRows > 0n;
}

/** How many alerts stand, by kind. */
export async function openAlerts(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*) AS n FROM alerts WHERE settled_at IS NULL GROUP BY kind`.execute(queries);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}
