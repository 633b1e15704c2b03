import type { App } from './app.ts';
import { addUpTallies } from './campaigns/tally.ts';
import { emptyOldOutbox } from './delivery/outbox.ts';
import { type Duty, type Pulse, runDuties } from './delivery/run-duties.ts';

/** Everything that happens without being asked. @returns ends it */
export function startDuties(app: App): Promise<() => Promise<void>> {
  return runDuties(app, { pulses: pulses(app), duties: duties(app), tasks: {} });
}

function pulses(app: App): Pulse[] {
  return [{ name: 'tallies', seconds: 30, run: () => addUpTallies(app.database) }];
}

function duties(app: App): Duty[] {
  return [{ name: 'empty-old-outbox', when: '11 3 * * *', run: () => emptyOldOutbox(app, new Date()) }];
}
