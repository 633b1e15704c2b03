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
  /** A refused row may mean anybody. */
  readonly anybody: boolean;
}

/** Compares what a file says with what is known; nobody is missing from it yet. */
export function compare(known: readonly Known[], entries: readonly Entry[]): Omit<Plan, 'ended' | 'kept' | 'anybody'> {
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
 * where that can't be told, everybody. A file without people is no list of them.
 */
export function missing(
  known: readonly Known[],
  people: readonly Entry[],
  reading: Reading,
): Pick<Plan, 'ended' | 'kept' | 'anybody'> {
  const refused = reading.refused.map((_, at) => reading.meant?.[at] ?? {}).filter(({ office }) => !office);
  if (people.length === 0 && refused.length === 0) return { ended: [], kept: [], anybody: false };
  const named = new Set(people.map(({ externalId }) => externalId));
  const gone = known.filter(({ external_id, ended_on }) => ended_on === null && !named.has(external_id));
  const { ids, names, anybody } = keptBy(refused, new Set(known.map(({ external_id }) => external_id)), named);
  const isKept = ({ external_id, name }: Known) =>
    anybody || ids.has(external_id) || (name !== null && names.has(folded(name)));
  return { ended: gone.filter((one) => !isKept(one)), kept: gone.filter(isKept), anybody };
}

/** By id; by name where the id is nobody's, or another row's; without a name such a row may mean anybody. */
function keptBy(refused: readonly Meant[], known: ReadonlySet<string>, named: ReadonlySet<string>) {
  const isById = ({ externalId = '' }: Meant) => known.has(externalId) && !named.has(externalId);
  const others = refused.filter((meant) => !isById(meant));
  return {
    ids: new Set(refused.filter(isById).map(({ externalId }) => externalId)),
    names: new Set(others.flatMap(({ name }) => (name === undefined ? [] : [folded(name)]))),
    anybody: others.some(({ name }) => name === undefined),
  };
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
