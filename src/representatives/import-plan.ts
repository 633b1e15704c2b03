import { type Entry, fingerprintOf, type Meant, type Reading } from './entry.ts';
import type { Known } from './import-queries.ts';

/** What a file would change among those that earlier files of its source brought. */
export interface Plan {
  readonly added: readonly Entry[];
  readonly changed: readonly { readonly id: string; readonly entry: Entry }[];
  readonly unchanged: readonly { readonly id: string; readonly entry: Entry }[];
  /** Who is not in the file any more. */
  readonly ended: readonly Known[];
  /** Who is not in it either, but may be meant by a row that was refused. */
  readonly kept: readonly Known[];
}

/** Compares what a file says with what is known; nobody is missing from it yet. */
export function compare(known: readonly Known[], entries: readonly Entry[]): Omit<Plan, 'ended' | 'kept'> {
  const byId = new Map(known.map((one) => [one.external_id, one]));
  const same = Object.groupBy(
    entries.flatMap((entry) => {
      const before = byId.get(entry.externalId);
      return before ? [{ id: before.id, entry, same: before.fingerprint === fingerprintOf(entry) }] : [];
    }),
    ({ same }) => (same ? 'unchanged' : 'changed'),
  );
  return {
    added: entries.filter(({ externalId }) => !byId.has(externalId)),
    changed: same.changed ?? [],
    unchanged: same.unchanged ?? [],
  };
}

/**
 * Who has left, of the people whom a file is the whole list of. A refused row is not a missing person: it keeps whoever it may mean, and
 * where that can't be read of it, everybody. A file without people is no list of them.
 */
export function missing(
  known: readonly Known[],
  people: readonly Entry[],
  reading: Reading,
): Pick<Plan, 'ended' | 'kept'> {
  const named = new Set(people.map(({ externalId }) => externalId));
  const gone = known.filter(({ external_id, ended_on }) => ended_on === null && !named.has(external_id));
  if (people.length === 0 && reading.refused.length === 0) return { ended: [], kept: [] };
  const isKept = keeps(known, named, reading);
  return { ended: gone.filter((one) => !isKept(one)), kept: gone.filter(isKept) };
}

/** Whether a refused row can't be told to mean somebody else. */
export function meansAnybody({ refused, meant = [] }: Reading): boolean {
  return refused.some((_, at) => meant[at]?.externalId === undefined && meant[at]?.name === undefined);
}

/** By id; by name where the id is nobody's, or another row's. */
function keeps(known: readonly Known[], named: ReadonlySet<string>, reading: Reading): (one: Known) => boolean {
  if (meansAnybody(reading)) return () => true;
  const ids = new Set(known.map(({ external_id }) => external_id));
  const byId = ({ externalId }: Meant) => externalId !== undefined && ids.has(externalId) && !named.has(externalId);
  const [meantById, others] = [
    (reading.meant ?? []).filter(byId),
    (reading.meant ?? []).filter((meant) => !byId(meant)),
  ];
  const keptIds = new Set(meantById.map(({ externalId }) => externalId));
  const keptNames = new Set(others.flatMap(({ name }) => (name === undefined ? [] : [folded(name)])));
  return ({ external_id, name }) => keptIds.has(external_id) || (name !== null && keptNames.has(folded(name)));
}

/** Names as they are compared: no case, no accents, no marks, and their words in any order. */
function folded(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.sort().join(' ');
}
