import { getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import { mailWaiting } from '../mail/mail-waiting.ts';
import type { Room } from '../room.ts';
import type { Tasks } from '../work/enqueue.ts';
import { acrossRooms } from './across-rooms.ts';
import { letterAddresses } from './addresses.ts';
import { lastingLinks } from './answer-links.ts';
import { answerPage, answersForm, giveAnswers } from './answer-page.tsx';
import { waitingAround } from './around-asks.tsx';
import { deliverLetters, recoverDeliveries } from './deliver-letters.ts';
import { askWriters } from './follow-up.ts';
import { noteHeldLanguages } from './held/held-languages.ts';
import { heldAddresses, heldRoutes } from './held/office-held.ts';
import { heldRowRules } from './held/row-rules.ts';
import { lastRepliesToLetters } from './last-reply-queries.ts';
import { letterKind } from './letter-kind.ts';
import { lettersWaiting } from './letters-waiting-queries.ts';
import { mailCopy } from './mail-copy.ts';
import { mailRefusal } from './mail-refusal.ts';
import { personalData } from './personal-data.ts';
import { printLetters } from './print-page.tsx';
import { pullBackLetters } from './pull-back-letters.ts';
import { redirectEndedAddresses } from './redirect-ended-addresses.ts';
import { holdWhatMayHaveLeft } from './restored-letters-queries.ts';
import { retention } from './retention.ts';
import { returnedLetters } from './returned-letters.ts';
import { countHeld } from './review.ts';
import { rowRules } from './row-rules.ts';
import { DIGESTS_LEAVE, lastTurn, sendDigests } from './send-digests.ts';
import { triedLetters } from './tried-letters.ts';
import { sendLetters, writePage } from './write.tsx';
import { letterForm, writeQuery } from './write-fields.ts';

export const letters: Room = {
  name: 'letters',
  speaks: true,
  auditedItems: { letter: 'letters.item.letter', letters: 'letters.item.letters' },
  owns: ['delivery_queues', 'held_letters', 'letters', 'letters_to_look_at', 'reviews'],
  retention,
  lends: {
    letters: [
      ...(['supporter_key', 'action_id', 'ask_id', 'state', 'said_here', 'created_at'] as const),
      ...(['confirmed_at', 'claimed_at', 'handed_over_at', 'bounced_at', 'answer', 'answer_at'] as const),
    ],
  },
  demonstration: triedLetters,
  across: acrossRooms,
  aroundAsks: waitingAround,
  addresses: { ...letterAddresses, ...heldAddresses },
  office: heldRoutes,
  styles: ['styles.css', 'held/held.css'],
  failures: [{ error: 'UnknownAddresseeError', means: 'unknown' }],
  routes: [
    getForOne(letterAddresses.write, writePage, writeQuery),
    post(letterAddresses.write, letterForm, sendLetters),
    post(letterAddresses.print, letterForm, printLetters),
    getForOne(letterAddresses.answer, answerPage),
    post(letterAddresses.answer, answersForm, giveAnswers),
  ],
  pulses: ({ app, patient, post: room, seconds }) => [
    { name: 'letters', seconds, run: (signal) => deliverLetters(app, room, signal, seconds * 1_000) },
    { name: 'recover-deliveries', seconds: 60, run: () => recoverDeliveries(patient) },
    { name: 'held-languages', seconds: 60, run: () => noteHeldLanguages(patient) },
  ],
  duties: ({ patient, post: room }) => [
    { name: 'redirect-ended-addresses', when: '29 * * * *', run: () => redirectEndedAddresses(patient) },
    { name: 'ask-for-answers', when: '41 8 * * *', run: () => askWriters(patient, room, new Date()) },
    { name: 'digests', when: DIGESTS_LEAVE, run: () => sendDigests(patient, room) },
    {
      name: 'digests-again',
      when: '*/10 * * * *',
      run: () => sendDigests(patient, room, lastTurn(patient.settings.TIME_ZONE, new Date())),
    },
  ],
  lastingLinks,
  rowRules: [...rowRules, ...heldRowRules],
  tasks: ({ app, post: room }) => ({
    'mail-copy': (payload) => mailCopy(app, notCrowding(room), payload as Tasks['mail-copy']),
    'mail-refusal': (payload) => mailRefusal(app, notCrowding(room), payload as Tasks['mail-refusal']),
  }),
  recover: recoverDeliveries,
  afterClockWasSet: pullBackLetters,
  afterRestore: holdWhatMayHaveLeft,
  actionKinds: [letterKind],
  personalData,
  returnedMails: returnedLetters,
  lastReplies: lastRepliesToLetters,
  waits: [
    {
      name: 'held-letters',
      who: 'letters.decide',
      label: 'letters.waits.held',
      way: { link: letterAddresses.heldLetters },
      read: ({ database }) => countHeld(database),
    },
  ],
  measures: [
    {
      ...mailWaiting,
      read: async ({ database }) => new Map([['letters', await lettersWaiting(database)]]),
    },
  ],
};
