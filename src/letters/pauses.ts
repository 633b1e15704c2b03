import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { dropPages } from '../http/invalidation.ts';
import { alertOperator } from '../mail/alerts.ts';

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
  await dropPages(queries, ['representatives'], 'refresh');
  await alertOperator(app, queries, { kind: 'domain-refuses-us', subject: domain, detail: reply });
}

/** A mailbox or a receiving domain to which no letter goes until somebody has looked. */
export interface Pause {
  /** An address, or a domain. */
  readonly what: string;
  readonly since: Date;
  readonly because: string;
}

/** Everything that is paused, the longest paused first. */
export async function pauses(queries: Queries): Promise<Pause[]> {
  const { rows } = await sql<Pause>`
    SELECT domain AS what, paused_at AS since, coalesce(paused_because, '') AS because FROM receiving_domains WHERE paused_at IS NOT NULL
    UNION ALL
    SELECT address, paused_at, coalesce(paused_because, '') FROM mailboxes m WHERE paused_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM channels c WHERE c.mailbox = m.address AND c.ended_at IS NULL)
    ORDER BY since`.execute(queries);
  return rows;
}

/** Lets letters go again to a mailbox or a receiving domain, and settles its alert. @returns false where nothing of that name is paused, and nothing was told of it */
export async function resume(queries: Queries, what: string, by: ActorId): Promise<boolean> {
  const name = what.toLowerCase();
  const running = { paused_at: null, paused_because: null };
  const domain = await queries
    .updateTable('receiving_domains')
    .set(running)
    .where('domain', '=', name)
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
  const mailbox = await queries
    .updateTable('mailboxes')
    .set({ ...running, refusals: 0 })
    .where('address', '=', name)
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
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
  await dropPages(queries, ['representatives'], 'refresh');
  return domain.numUpdatedRows + mailbox.numUpdatedRows + told.numUpdatedRows > 0n;
}
