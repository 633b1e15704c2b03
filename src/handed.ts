import type { AfterRestore } from './backup/restore.ts';
import type { Handed } from './http/app.ts';
import type { Panels } from './http/panels.ts';
import type { Navigation, NavigationEntry } from './http/view.ts';
import { navigationOf } from './office/office-navigation.tsx';
import { publicationRules } from './publications/row-rules.ts';
import type { Room } from './room.ts';
import { retentionPeriods, tablesWithPeriods } from './work/retention.ts';

/** What the rooms hand to those below them. @throws Error where two hand in something of the same name */
export function handedBy(rooms: readonly Room[]): Handed {
  return {
    actionKinds: byName(
      rooms.flatMap(({ actionKinds = [] }) => actionKinds),
      ({ kind }) => kind,
    ),
    failures: byName(
      rooms.flatMap(({ failures = [] }) => failures),
      ({ error }) => error,
    ),
    feeds: byName(
      rooms.flatMap(({ feeds = [] }) => feeds),
      ({ about }) => about,
    ),
    auditedItems: new Map(
      byName(
        rooms.flatMap(({ auditedItems = {} }) => Object.entries(auditedItems)),
        ([kind]) => kind,
      ).values(),
    ),
    aroundAsks: rooms.flatMap(({ aroundAsks }) => aroundAsks ?? []),
    campaignLinks: rooms.flatMap(({ campaignLinks = [] }) => campaignLinks),
    endpoints: rooms.flatMap(({ endpoints = [] }) => endpoints),
    lastingLinks: byName(
      rooms.flatMap(({ lastingLinks = [] }) => lastingLinks),
      ({ purpose }) => purpose,
    ),
    navigation: { header: inOrder(rooms, 'header'), footer: inOrder(rooms, 'footer') },
    officeNavigation: navigationOf(rooms.flatMap(({ office = [] }) => office)),
    officeRoutes: rooms.flatMap(({ office = [] }) => office),
    panels: panelsOf(rooms),
    publicRoutes: rooms.flatMap(({ routes = [] }) => routes),
    periods: retentionPeriods(rooms.flatMap(({ retention = {} }) => Object.values(retention))),
    tablesWithPeriods: tablesWithPeriods(rooms.map(({ retention = {} }) => retention)),
    publications: [
      ...byName(
        rooms.flatMap(({ publications = [] }) => publications),
        ({ kind }) => kind,
      ).values(),
    ],
    rowRules: rooms.flatMap(({ rowRules = [], publications = [] }) => [
      ...rowRules,
      ...publications.flatMap(publicationRules),
    ]),
    personalData: rooms.flatMap(({ personalData }) => personalData ?? []),
    searchDocuments: [
      ...byName(
        rooms.flatMap(({ searchDocuments = [] }) => searchDocuments),
        ({ about }) => about,
      ).values(),
    ],
    waits: [
      ...byName(
        rooms.flatMap(({ waits = [] }) => waits),
        ({ name }) => name,
      ).values(),
    ],
    lastReplies: rooms.flatMap(({ lastReplies }) => lastReplies ?? []),
    returnedMails: rooms.flatMap(({ returnedMails }) => returnedMails ?? []),
  };
}

/** @throws Error where two have one name: the later would silently take the place of the earlier */
export function byName<One, Name extends string>(
  all: readonly One[],
  nameOf: (one: One) => Name,
): ReadonlyMap<Name, One> {
  const named = new Map<Name, One>();
  for (const one of all) {
    const name = nameOf(one);
    if (named.has(name)) throw new Error(`rooms.ts: two rooms hand in “${name}”`);
    named.set(name, one);
  }
  return named;
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
