import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { isDemonstration } from '../controllers/install.ts';
import { daysBefore } from '../database/batches.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { deleteSettledBefore, insertAlert, settleAbout, settleOne } from './alert-queries.ts';
import { SETTLED_ALERT_DAYS } from './retention.ts';
import type { SaidHere } from './said-here.ts';
import { withoutPeople } from './smtp-replies.ts';

export { countAlerts, selectLastRefusal as lastRefusal, selectOpen as openAlerts } from './alert-queries.ts';

/** What the operator may be told of: each has its words, what happened and what to do. CHECK constraints have the same list. */
export const alertKinds = [
  'domain-refuses-us',
  'relay-refuses-us',
  'letter-fails',
  'relay-returned-mail',
  'complaint',
] as const;
const NOT_MADE = 'not-made' satisfies SaidHere;
export type AlertKind = (typeof alertKinds)[number];

/** What is told of a letter of which no mail could be made: a word and how many tries, said in the operator's language (`triesNotMade`). */
export function notMade(tries: number): string {
  return `${NOT_MADE} ${tries}`;
}

/** @returns how many tries; undefined where it is a server's words */
export function triesNotMade(detail: string): number | undefined {
  const [word, tries, ...more] = detail.split(' ');
  return word === NOT_MADE && more.length === 0 && /^\d{1,4}$/.test(tries ?? '') ? Number(tries) : undefined;
}

/** Tells the operator, once while it stands: a row, a line in the log, and a mail (see mail-alerts.ts). None names a person. */
export async function alertOperator(
  app: Pick<App, 'log' | 'settings'>,
  queries: Queries,
  alert: { kind: AlertKind; subject: string; detail: string },
): Promise<void> {
  const anonymous = { kind: alert.kind, subject: withoutPeople(alert.subject), detail: withoutPeople(alert.detail) };
  if (await insertAlert(queries, { ...anonymous, tried: isDemonstration(app.settings) }))
    app.log.warn({ alert: anonymous.kind, subject: anonymous.subject }, anonymous.detail);
}

/** The duty. */
export function forgetSettledAlerts(queries: Queries, now: Date): Promise<void> {
  return deleteSettledBefore(queries, daysBefore(now, SETTLED_ALERT_DAYS));
}

/** What was told is over. */
export function settleAlerts(queries: Queries, alert: { kind: AlertKind; subject: string }): Promise<void> {
  return settleOne(queries, alert, SYSTEM);
}

/**
 * Somebody has looked: whatever was told of an address or a domain is over, and complaints of an address’s domain.
 * @returns whether anything stood
 */
export function settleAlertsOf(queries: Queries, name: string, by: ActorId): Promise<boolean> {
  return settleAbout(queries, { name, domain: name.slice(name.lastIndexOf('@') + 1) }, by);
}
