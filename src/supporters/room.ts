import type { Tasks } from '../delivery/enqueue.ts';
import { mailWaiting } from '../delivery/mail-waiting.ts';
import { notCrowding } from '../delivery/post-room.ts';
import type { Room } from '../room.ts';
import { linkForm } from '../site/fields.ts';
import { get, getForOne, post } from '../site/route.ts';
import { supporterAddresses } from './addresses.ts';
import { checkMailPage, checkMailQuery } from './check-mail-page.tsx';
import { confirm, confirmPage } from './confirm-page.tsx';
import { confirmationsWaiting } from './confirmations-waiting.ts';
import { askData, askDataPage, dataLinkForm } from './data-link.tsx';
import { endLinksToConfirm } from './end-restored-links.ts';
import { renewLink, renewLinkPage } from './ended-link.tsx';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';
import { mailDataLink } from './mail-data-link.ts';
import { mailRenewedLink } from './mail-renewed-link.ts';
import { changeMyData, myDataForm, myDataPage } from './my-data.tsx';
import { pullBackConfirmations } from './pull-back-confirmations.ts';
import { resealWhatIsLeft } from './reseal.ts';
import { returnedConfirmations } from './returned-confirmations.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { statusPage, withdraw, withdrawForm } from './status-page.tsx';

export const supporters: Room = {
  name: 'supporters',
  speaks: true,
  owns: ['actions', 'campaign_supporters', 'consents', 'mail_allowances', 'supporters', 'wordings'],
  addresses: supporterAddresses,
  routes: [
    getForOne(supporterAddresses.checkMail, checkMailPage, checkMailQuery),
    getForOne(supporterAddresses.confirm, confirmPage),
    post(supporterAddresses.confirm, linkForm(), confirm),
    getForOne(supporterAddresses.status, statusPage),
    post(supporterAddresses.status, withdrawForm, withdraw),
    get(supporterAddresses.renewLink, renewLinkPage),
    post(supporterAddresses.renewLink, linkForm(), renewLink),
    get(supporterAddresses.myData, askDataPage),
    post(supporterAddresses.myData, dataLinkForm, askData),
    getForOne(supporterAddresses.myDataOpened, myDataPage),
    post(supporterAddresses.myDataOpened, myDataForm, changeMyData),
  ],
  pulses: ({ app, post: room, seconds }) => [
    { name: 'confirmations', seconds, run: (signal) => sendConfirmations(app, room, signal, seconds * 1_000) },
  ],
  duties: ({ patient }) => [
    { name: 'forget', when: '17 * * * *', run: () => forgetWhatIsNoLongerNeeded(patient, new Date()) },
    { name: 'reseal', when: '*/5 * * * *', run: () => resealWhatIsLeft(patient) },
  ],
  tasks: ({ app, post: room }) => ({
    'mail-data-link': (payload) => mailDataLink(app, notCrowding(room), payload as Tasks['mail-data-link']),
    'mail-renewed-link': (payload) => mailRenewedLink(app, notCrowding(room), payload as Tasks['mail-renewed-link']),
  }),
  afterClockWasSet: pullBackConfirmations,
  afterRestore: endLinksToConfirm,
  returnedMails: returnedConfirmations,
  measures: [
    {
      ...mailWaiting,
      read: async ({ database }) => new Map([['confirmations', (await confirmationsWaiting(database)).count]]),
    },
    {
      name: 'mail_waiting_seconds',
      help: 'How long the oldest mail has waited that should leave within seconds',
      label: 'what',
      read: async ({ database }) => new Map([['confirmations', (await confirmationsWaiting(database)).seconds]]),
    },
  ],
};
