import type { Room } from '../room.ts';
import { alertKinds, countAlerts, forgetSettledAlerts, openAlerts } from './alerts.ts';
import { mailAlerts } from './mail-alerts.ts';
import { emptyOldOutbox } from './outbox.ts';
import { retention } from './retention.ts';
import { countReturned, countUnread, forgetOldReturned } from './returned-mails.ts';
import { triedMail } from './tried-mail.ts';

export const mail: Room = {
  name: 'mail',
  speaks: true,
  auditedItems: { 'returned-mail': 'mail.item.returned-mail' },
  styles: ['styles.css'],
  owns: ['alerts', 'alert_mails', 'outbox', 'returned_mails'],
  lends: { returned_mails: ['bounce_id'] },
  retention,
  demonstration: triedMail,
  duties: ({ patient, post }) => [
    { name: 'mail-alerts', when: '* * * * *', run: () => mailAlerts(patient, post) },
    {
      name: 'forget-returned-mails',
      when: '13 3 * * *',
      run: () => forgetOldReturned(patient.database, new Date()),
    },
    { name: 'forget-settled-alerts', when: '19 3 * * *', run: () => forgetSettledAlerts(patient.database, new Date()) },
    { name: 'empty-old-outbox', when: '11 3 * * *', run: () => emptyOldOutbox(patient, new Date()) },
  ],
  waits: [
    {
      name: 'mail-relay',
      who: 'machine.read',
      label: 'mail.waits.relay',
      way: { command: 'npm run check -- mail ADDRESS' },
      urgent: true,
      read: async ({ database }) => {
        const { oldest, count } = await countAlerts(database, ['relay-refuses-us']);
        return count > 0 ? { oldest } : undefined;
      },
    },
    {
      name: 'mail-alerts',
      who: 'representatives.resume',
      label: 'mail.waits.alerts',
      way: { command: 'npm run review -- resume ADDRESS|DOMAIN' },
      read: ({ database }) =>
        countAlerts(
          database,
          alertKinds.filter((kind) => kind !== 'relay-refuses-us'),
        ),
    },
    {
      name: 'returned-mails',
      who: 'requests.settle',
      label: 'mail.waits.returned',
      way: { command: 'npm run review -- list' },
      read: ({ database }) => countUnread(database),
    },
  ],
  measures: [
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
  ],
};
