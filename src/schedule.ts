import type { Room, Work } from './room.ts';
import { type BackgroundWork, runDuties } from './work/run-duties.ts';

/**
 * Everything that happens without being asked.
 * @returns ends it
 */
export function startDuties(rooms: readonly Room[], work: Work): Promise<() => Promise<void>> {
  return runDuties(work.patient, backgroundWork(rooms, work));
}

function backgroundWork(rooms: readonly Room[], work: Work): BackgroundWork {
  return {
    pulses: rooms.flatMap(({ pulses }) => pulses?.(work) ?? []),
    duties: rooms.flatMap(({ duties }) => duties?.(work) ?? []),
    tasks: Object.assign({}, ...rooms.map(({ tasks }) => tasks?.(work))),
    afterClockWasSet: () => Promise.all(rooms.map(({ afterClockWasSet }) => afterClockWasSet?.(work.patient))),
  };
}
