import type { Room } from '../room.ts';
import { forgetSettledAlerts, openAlerts } from './alerts.ts';
import { mailAlerts } from './mail-alerts.ts';
import { emptyOldOutbox } from './outbox.ts';
import { retention } from './retention.ts';
import { countReturned, forgetOldReturned } from './returned-mails.ts';
import { triedMail } from './tried-mail.ts';

export const mail: Room = {
  name: 'mail',
  speaks: true,
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
