import type { App } from '../http/app.ts';
import { pullBackDomains } from '../representatives/channel-health.ts';
import { pullBackDue, pullBackLeases, pullBackQueues } from './pull-back-queries.ts';
import { FIRST_PAUSE, LONGEST_PAUSE, SPREAD } from './record-hand-over.ts';

/**
 * After a clock was set, by however much: letters and turns that lie further ahead than their tries and their pace put them are due
 * now, and leases begin anew.
 */
export async function pullBackLetters({ database }: Pick<App, 'database'>): Promise<void> {
  await pullBackDue(database, { first: FIRST_PAUSE, longest: LONGEST_PAUSE, spread: SPREAD });
  await pullBackLeases(database);
  await pullBackQueues(database);
  await pullBackDomains(database);
}
