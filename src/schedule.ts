import type { TaskList } from 'graphile-worker';
import type { App } from './app.ts';
import { addUpTallies } from './campaigns/tally.ts';
import type { Tasks } from './delivery/enqueue.ts';
import { mailAlerts } from './delivery/mail-alerts.ts';
import { emptyOldOutbox } from './delivery/outbox.ts';
import { notCrowding, type PostRoom } from './delivery/post-room.ts';
import { forgetOldReturned } from './delivery/returned-mails.ts';
import { type Duty, type Pulse, runDuties } from './delivery/run-duties.ts';
import { askForAnswers } from './letters/ask-for-answers.ts';
import { deliverLetters, recoverDeliveries } from './letters/deliver-letters.ts';
import { mailCopy } from './letters/mail-copy.ts';
import { mailRefusal } from './letters/mail-refusal.ts';
import { pullBackLetters } from './letters/pull-back-letters.ts';
import { DIGESTS_LEAVE, lastTurn, sendDigests } from './letters/send-digests.ts';
import { settleLeft } from './letters/settle-left.ts';
import { mailRenewedOfficeLink } from './representatives/mail-renewed-office-link.ts';
import { mailOfficeLink } from './representatives/office-requests.ts';
import { forgetRemovals } from './site/invalidation.ts';
import { forgetWhatIsNoLongerNeeded } from './supporters/forget.ts';
import { mailDataLink } from './supporters/mail-data-link.ts';
import { mailRenewedLink } from './supporters/mail-renewed-link.ts';
import { pullBackConfirmations } from './supporters/pull-back-confirmations.ts';
import { resealWhatIsLeft } from './supporters/reseal.ts';
import { sendConfirmations } from './supporters/send-confirmations.ts';

/**
 * Everything that happens without being asked.
 * @param patient the same, with connections whose statements may take long
 * @param seconds between two looks for mail to send
 * @returns ends it
 */
export function startDuties(app: App, patient: App, post: PostRoom, seconds = 2): Promise<() => Promise<void>> {
  return runDuties(patient, {
    pulses: pulses(app, patient, post, seconds),
    duties: duties(patient, post),
    tasks: tasks(app, post),
    afterClockWasSet: () => Promise.all([pullBackLetters(patient), pullBackConfirmations(patient)]),
  });
}

function pulses(app: App, patient: App, post: PostRoom, seconds: number): Pulse[] {
  return [
    { name: 'confirmations', seconds, run: (signal) => sendConfirmations(app, post, signal, seconds * 1_000) },
    { name: 'letters', seconds, run: (signal) => deliverLetters(app, post, signal, seconds * 1_000) },
    { name: 'recover-deliveries', seconds: 60, run: () => recoverDeliveries(patient) },
    { name: 'tallies', seconds: 30, run: () => addUpTallies(app.database) },
  ];
}

function duties(app: App, post: PostRoom): Duty[] {
  return [
    { name: 'mail-alerts', when: '* * * * *', run: () => mailAlerts(app, post) },
    { name: 'settle-left', when: '29 * * * *', run: () => settleLeft(app) },
    { name: 'forget', when: '17 * * * *', run: () => forgetWhatIsNoLongerNeeded(app.database, new Date()) },
    { name: 'forget-page-removals', when: '7 4 * * *', run: () => forgetRemovals(app.database, new Date()) },
    { name: 'ask-for-answers', when: '41 8 * * *', run: () => askForAnswers(app, post, new Date()) },
    { name: 'digests', when: DIGESTS_LEAVE, run: () => sendDigests(app, post) },
    { name: 'digests-again', when: '*/10 * * * *', run: () => sendDigests(app, post, lastTurn(new Date())) },
    { name: 'forget-returned-mails', when: '13 3 * * *', run: () => forgetOldReturned(app.database, new Date()) },
    { name: 'reseal', when: '*/5 * * * *', run: () => resealWhatIsLeft(app) },
    { name: 'empty-old-outbox', when: '11 3 * * *', run: () => emptyOldOutbox(app, new Date()) },
  ];
}

/** Rare work that somebody asked for, by its name in `delivery/enqueue.ts`. */
function tasks(app: App, postRoom: PostRoom): TaskList {
  const post = notCrowding(postRoom);
  return {
    'mail-copy': (payload) => mailCopy(app, post, payload as Tasks['mail-copy']),
    'mail-data-link': (payload) => mailDataLink(app, post, payload as Tasks['mail-data-link']),
    'mail-office-link': (payload) => mailOfficeLink(app, post, payload as Tasks['mail-office-link']),
    'mail-renewed-link': (payload) => mailRenewedLink(app, post, payload as Tasks['mail-renewed-link']),
    'mail-renewed-office-link': (payload) =>
      mailRenewedOfficeLink(app, post, payload as Tasks['mail-renewed-office-link']),
    'mail-refusal': (payload) => mailRefusal(app, post, payload as Tasks['mail-refusal']),
  };
}
