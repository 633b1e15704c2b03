import type { AfterRestore } from './backup/restore.ts';
import type { Handed } from './http/app.ts';
import type { Panels } from './http/panels.ts';
import type { Navigation, NavigationEntry } from './http/view.ts';
import { publicationRules } from './publications/row-rules.ts';
import type { Room } from './room.ts';
import { periodsTold } from './work/retention.ts';

/** What the rooms hand to those below them. @throws Error where two rooms have the same kind of act */
export function handedBy(rooms: readonly Room[]): Handed {
  const kinds = rooms.flatMap(({ actionKinds = [] }) => actionKinds);
  const actionKinds = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (actionKinds.size !== kinds.length) throw new Error('rooms.ts: two rooms have the same kind of act');
  return {
    actionKinds,
    feeds: new Map(rooms.flatMap(({ feeds = [] }) => feeds.map((feed) => [feed.about, feed]))),
    endpoints: rooms.flatMap(({ endpoints = [] }) => endpoints),
    lastingLinks: new Map(rooms.flatMap(({ lastingLinks = [] }) => lastingLinks.map((one) => [one.purpose, one]))),
    navigation: { header: inOrder(rooms, 'header'), footer: inOrder(rooms, 'footer') },
    panels: panelsOf(rooms),
    periods: periodsTold(rooms.flatMap(({ retention = {} }) => Object.values(retention))),
    publications: rooms.flatMap(({ publications = [] }) => publications),
    rowRules: rooms.flatMap(({ rowRules = [], publications = [] }) => [
      ...rowRules,
      ...publications.flatMap(publicationRules),
    ]),
    personalData: rooms.flatMap(({ personalData }) => personalData ?? []),
    searchDocuments: rooms.flatMap(({ searchDocuments = [] }) => searchDocuments),
    returnedMails: rooms.flatMap(({ returnedMails }) => returnedMails ?? []),
  };
}

function inOrder(rooms: readonly Room[], where: keyof Navigation): readonly NavigationEntry[] {
  return rooms.flatMap(({ navigation }) => navigation?.[where] ?? []).sort((a, b) => a.order - b.order);
}

function panelsOf(rooms: readonly Room[]): Panels {
  const filled = new Map<string, unknown[]>();
  for (const { panels = {} } of rooms)
    for (const [name, panel] of Object.entries(panels)) filled.set(name, [...(filled.get(name) ?? []), panel]);
  return Object.fromEntries(filled) as Panels;
}

/** What follows when a backup has been put back. */
export function afterRestoreOf(rooms: readonly Room[]): readonly AfterRestore[] {
  return rooms.flatMap(({ afterRestore }) => afterRestore ?? []);
}
