import type { Docket, Scheduled } from './docket.ts';

/** What was announced by a day and had not become an event by then. */
export function scheduledOn(docket: Docket, on: string): Scheduled[] {
  const happened = new Set(docket.events.filter(({ knownOn }) => knownOn <= on).map(({ id }) => id));
  return docket.scheduled.filter((one) => one.knownOn <= on && !(one.happened && happened.has(one.happened)));
}
