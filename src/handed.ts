import type { AfterRestore } from './backup/restore.ts';
import type { Handed } from './http/app.ts';
import type { Room } from './room.ts';

/** What the rooms hand to those below them. @throws Error where two rooms have the same kind of act */
export function handedBy(rooms: readonly Room[]): Handed {
  const kinds = rooms.flatMap(({ actionKinds = [] }) => actionKinds);
  const actionKinds = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (actionKinds.size !== kinds.length) throw new Error('rooms.ts: two rooms have the same kind of act');
  return {
    actionKinds,
    personalData: rooms.flatMap(({ personalData }) => personalData ?? []),
    returnedMails: rooms.flatMap(({ returnedMails }) => returnedMails ?? []),
  };
}

/** What follows when a backup has been put back. */
export function afterRestoreOf(rooms: readonly Room[]): readonly AfterRestore[] {
  return rooms.flatMap(({ afterRestore }) => afterRestore ?? []);
}
