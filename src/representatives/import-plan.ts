import { comparedWords } from '../text/compared-words.ts';
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

/** What a file that is the whole list of its people would change among those who are known. */
export function planPeople(known: readonly Known[], people: readonly Entry[], reading: Reading): Plan {
  const found = compare(known, people);
  const left = missing(known, people, reading);
  const unsure = new Map(reading.meant?.some(({ membership }) => membership) ? stepped(known, found.changed) : []);
  return {
    ...found,
    changed: found.changed.filter(({ id }) => !unsure.has(id)),
    ...left,
    kept: [...left.kept, ...unsure.values()],
  };
}

/** Who is in office as far as we know, and not as far as the file says: a membership that could not be read may be theirs. */
function stepped(known: readonly Known[], changed: Plan['changed']): [string, Known][] {
  const gone = new Set(changed.filter(({ entry }) => entry.endedOn !== null).map(({ id }) => id));
  return known.filter(({ id, ended_on }) => ended_on === null && gone.has(id)).map((one) => [one.id, one]);
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
function missing(
  known: readonly Known[],
  people: readonly Entry[],
  reading: Reading,
): Pick<Plan, 'ended' | 'kept' | 'anybody'> {
  const refused = reading.refused.map((_, at) => reading.meant?.[at] ?? {}).filter(({ office }) => !office);
  if (people.length === 0 && refused.length === 0) return { ended: [], kept: [], anybody: false };
  const named = new Set(people.map(({ externalId }) => externalId));
  const gone = known.filter(({ external_id, ended_on }) => ended_on === null && !named.has(external_id));
  const { ids, names, anybody } = keptBy(refused, new Set(known.map(({ external_id }) => external_id)), named);
  const byWord = Map.groupBy(
    names.flatMap((words) => [...words].map((word) => ({ word, words }))),
    ({ word }) => word,
  );
  const isNamed = (words: ReadonlySet<string>) =>
    [...words].some((word) => byWord.get(word)?.some((one) => mayBe(one.words, words)));
  const isKept = ({ external_id, name }: Known) => anybody || ids.has(external_id) || isNamed(wordsOf(name));
  return { ended: gone.filter((one) => !isKept(one)), kept: gone.filter(isKept), anybody };
}

/** By id; by name where the id is nobody's, or another row's; without a name such a row may mean anybody. */
function keptBy(refused: readonly Meant[], known: ReadonlySet<string>, named: ReadonlySet<string>) {
  const isById = ({ externalId = '' }: Meant) => known.has(externalId) && !named.has(externalId);
  const others = refused.filter((meant) => !isById(meant));
  return {
    ids: new Set(refused.filter(isById).map(({ externalId }) => externalId)),
    names: others.flatMap(({ name }) => (name === undefined ? [] : [wordsOf(name)])),
    anybody: others.some(({ name }) => wordsOf(name ?? null).size === 0),
  };
}

function wordsOf(name: string | null): ReadonlySet<string> {
  return new Set(comparedWords(name ?? ''));
}

/** Whether two names may be one person's: the same words in any order, or two or more of them beside titles and further names. */
function mayBe(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [less, more] = one.size < other.size ? [one, other] : [other, one];
  return less.isSubsetOf(more) && (less.size === more.size || less.size > 1);
}
