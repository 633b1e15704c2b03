import { linkForm } from '../http/fields.ts';
import { get, getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import { mailWaiting } from '../mail/mail-waiting.ts';
import type { Room } from '../room.ts';
import type { Tasks } from '../work/enqueue.ts';
import { actionAddresses } from './addresses.ts';
import { checkMailForm, checkMailPage, checkMailQuery, mailElsewhere } from './check-mail-page.tsx';
import { confirm, confirmPage } from './confirm-page.tsx';
import { confirmationsWaiting } from './confirmations-waiting-queries.ts';
import { renewLink, renewLinkPage } from './ended-link.tsx';
import { lastingLinks } from './lasting-links.ts';
import { mailRenewedLink } from './mail-renewed-link.ts';
import { pullBackConfirmations } from './pull-back-queries.ts';
import { endLinksToConfirm } from './restored-links-queries.ts';
import { retention } from './retention.ts';
import { returnedConfirmations } from './returned-confirmations.ts';
import { rowRules } from './row-rules.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { piecePicture, statusPage, withdraw, withdrawForm } from './status-page.tsx';

import { triedActions } from './tried-actions.ts';

/** Seconds within which a confirmation has long left where mail leaves at all. */
const LATE = 600;

export const actions: Room = {
  name: 'actions',
  speaks: true,
  owns: ['actions', 'campaign_supporters', 'erased_actions', 'mail_allowances', 'supporters'],
  retention,
  demonstration: triedActions,
  lends: {
    actions: [
      'supporter_key',
      'id',
      'campaign_id',
      'confirmed_at',
      'controller_id',
      'country',
      'created_at',
      'details_sealed',
      'kind',
      'lang',
      'state',
    ],
    campaign_supporters: ['supporter_key', 'campaign_id', 'country', 'joined_at'],
    supporters: ['key', 'address_sealed'],
  },
  across: [
    {
      sql: 'fill_controller',
      writes: ['consents'],
      because: 'a process of the version before gives consents without a controller, which is that of their action',
    },
  ],
  addresses: actionAddresses,
  routes: [
    getForOne(actionAddresses.checkMail, checkMailPage, checkMailQuery),
    post(actionAddresses.checkMail, checkMailForm, mailElsewhere),
    getForOne(actionAddresses.confirm, confirmPage),
    post(actionAddresses.confirm, linkForm(), confirm),
    getForOne(actionAddresses.status, statusPage),
    post(actionAddresses.status, withdrawForm, withdraw),
    getForOne(actionAddresses.piece, piecePicture),
    get(actionAddresses.renewLink, renewLinkPage),
    post(actionAddresses.renewLink, linkForm(), renewLink),
  ],
  pulses: ({ app, post: room, seconds }) => [
    { name: 'confirmations', seconds, run: (signal) => sendConfirmations(app, room, signal, seconds * 1_000) },
  ],
  lastingLinks,
  rowRules,
  tasks: ({ app, post: room }) => ({
    'mail-renewed-link': (payload) => mailRenewedLink(app, notCrowding(room), payload as Tasks['mail-renewed-link']),
  }),
  afterClockWasSet: pullBackConfirmations,
  afterRestore: endLinksToConfirm,
  returnedMails: returnedConfirmations,
  waits: [
    {
      name: 'late-confirmations',
      who: 'machine.read',
      label: 'actions.waits.confirmations',
      way: { command: 'npm run check -- mail ADDRESS' },
      urgent: true,
      read: async ({ database }) => {
        const { count, seconds } = await confirmationsWaiting(database);
        return seconds >= LATE ? { count, oldest: new Date(Date.now() - seconds * 1_000) } : undefined;
      },
    },
  ],
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
