import { openAlerts } from './delivery/alerts.ts';
import { countReturned } from './delivery/returned-mails.ts';
import { lettersWaiting } from './letters/letters-waiting.ts';
import type { Measure } from './site/metrics.ts';
import { confirmationsWaiting } from './supporters/confirmations-waiting.ts';

/** Everything that the rooms tell under /metrics; the same from every process, because it is read from the database. */
export const measures: readonly Measure[] = [
  {
    name: 'alerts_open',
    help: 'What needs the operator, by kind; relay-refuses-us means that mail can’t leave',
    label: 'kind',
    read: (app) => openAlerts(app.database),
  },
  {
    name: 'returned_mails_unread',
    help: 'Mails to return paths that a person has to read (npm run review), by kind',
    label: 'kind',
    read: (app) => countReturned(app.database),
  },
  {
    name: 'mail_waiting',
    help: 'Mails whose time has come and that have not left, 10,000 at most',
    label: 'what',
    read: async ({ database }) => {
      const [confirmations, letters] = await Promise.all([confirmationsWaiting(database), lettersWaiting(database)]);
      return new Map([
        ['confirmations', confirmations.count],
        ['letters', letters],
      ]);
    },
  },
  {
    name: 'mail_waiting_seconds',
    help: 'How long the oldest mail has waited that should leave within seconds',
    label: 'what',
    read: async ({ database }) => new Map([['confirmations', (await confirmationsWaiting(database)).seconds]]),
  },
];
