import { type ActorId, SYSTEM } from './actors/actors.ts';
import { root as ours } from './config/root.ts';
import { version } from './config/version.ts';
import type { Database } from './database/database.ts';
import { announceRecord, announceStates } from './record-keeping/announce.ts';
import { rooms as allRooms } from './rooms.ts';
import { bringContent, type ContentReport } from './starting-content/bring.ts';
import type { ContentContext, RoomWithContent } from './starting-content/content-unit.ts';
import type { TimeZone } from './text/time-zone.ts';

/** What follows from changes of starting content, and by whom they are. */
export function contentContext(zone: TimeZone, by: ActorId, why: string): ContentContext {
  return { zone, by, why, announce: { record: announceRecord, states: announceStates(zone) } };
}

interface Where {
  readonly rooms?: readonly RoomWithContent[];
  /** The folder that content/ is in. */
  readonly root?: string;
}

/**
 * Brings what the rooms start with into an empty database, and into one that runs what this version has anew.
 * @param zone in which a campaign's first and last day begin and end
 * @throws what is wrong with the files
 */
export function loadContent(
  database: Database,
  zone: TimeZone,
  { rooms = allRooms, root = ours }: Where = {},
): Promise<ContentReport> {
  const context = contentContext(zone, SYSTEM, `what version ${version} brings`);
  return bringContent(database, rooms, { ...context, root, version });
}
