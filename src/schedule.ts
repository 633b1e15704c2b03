import { byName } from './handed.ts';
import type { Room, Work } from './room.ts';
import { type BackgroundWork, runDuties } from './work/run-duties.ts';

/**
 * Everything that happens without being asked.
 * @returns ends it
 */
export function startDuties(rooms: readonly Room[], work: Work): Promise<() => Promise<void>> {
  return runDuties(work.patient, backgroundWork(rooms, work));
}

/** @throws Error where two rooms have a pulse, a duty or a task of the same name */
export function backgroundWork(rooms: readonly Room[], work: Work): BackgroundWork {
  return {
    pulses: ownNames(rooms.flatMap(({ pulses }) => pulses?.(work) ?? [])),
    duties: ownNames(rooms.flatMap(({ duties }) => duties?.(work) ?? [])),
    tasks: Object.fromEntries(
      byName(
        rooms.flatMap(({ tasks }) => Object.entries(tasks?.(work) ?? {})),
        ([name]) => name,
      ).values(),
    ),
    afterClockWasSet: () => Promise.all(rooms.map(({ afterClockWasSet }) => afterClockWasSet?.(work.patient))),
  };
}

function ownNames<One extends { readonly name: string }>(all: readonly One[]): readonly One[] {
  return [...byName(all, ({ name }) => name).values()];
}
