import type { App } from './app.ts';
import { addUpTallies } from './campaigns/tally.ts';
import { emptyOldOutbox } from './delivery/outbox.ts';
import type { PostRoom } from './delivery/post-room.ts';
import { type Duty, type Pulse, runDuties } from './delivery/run-duties.ts';
import { deliverLetters, recoverDeliveries } from './letters/deliver-letters.ts';
import { sendConfirmations } from './supporters/send-confirmations.ts';

/**
 * Everything that happens without being asked.
 * @param seconds between two looks for mail to send
 * @returns ends it
 */
export function startDuties(app: App, post: PostRoom, seconds = 2): Promise<() => Promise<void>> {
  return runDuties(app, { pulses: pulses(app, post, seconds), duties: duties(app), tasks: {} });
}

function pulses(app: App, post: PostRoom, seconds: number): Pulse[] {
  return [
    { name: 'confirmations', seconds, run: (signal) => sendConfirmations(app, post, signal) },
    { name: 'letters', seconds, run: (signal) => deliverLetters(app, post, signal) },
    { name: 'tallies', seconds: 30, run: () => addUpTallies(app.database) },
  ];
}

function duties(app: App): Duty[] {
  return [
    { name: 'recover-deliveries', when: '* * * * *', run: () => recoverDeliveries(app) },
    { name: 'empty-old-outbox', when: '11 3 * * *', run: () => emptyOldOutbox(app, new Date()) },
  ];
}
