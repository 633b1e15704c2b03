import type { Queries } from '../database/database.ts';
import type { Dataset } from './dataset.ts';
import { type Fact, lockFacts, nameOf, selectFacts } from './facts-queries.ts';
import { type Announce, type Changed, type Made, sameFields, writeChanges } from './import-facts.ts';
import type { Fields, Files, Line, Problem, Shapes } from './shapes.ts';
import { selectLatest } from './version-queries.ts';

export { lockFacts as holdFacts, selectFacts as currentFacts } from './facts-queries.ts';
export { type RowVersion, selectLatest as latestRevision, selectVersions as versionsOf } from './version-queries.ts';

/** A row as somebody wants it; `after` is null where it is to end. */
export interface WantedRow {
  readonly file: string;
  readonly key: string;
  readonly after: Fields | null;
}

/** What is wrong with a row once everything that is wanted stands. */
export type RowProblem = Pick<Problem, 'reason' | 'code' | 'values'> & Pick<Changed, 'file' | 'key'>;

/** What a change of some rows does, or would do. */
export interface Revised {
  /** Undefined: nothing was written. */
  readonly revision: number | undefined;
  readonly changes: readonly Changed[];
  readonly problems: readonly RowProblem[];
  /** Somebody revised the record since it was looked at: nothing was written. */
  readonly elsewhere: boolean;
}

/**
 * Changes some rows of a data set as one revision, held to what an import is held to: all of them or none. Within a transaction of the
 * caller's.
 * @param made looked: the last revision when it was looked at, after which nobody may have revised anything
 */
export async function reviseRows(
  trx: Queries,
  dataset: Dataset,
  wanted: readonly WantedRow[],
  made: Made & { readonly looked: number; readonly announce?: Announce },
): Promise<Revised> {
  if (!made.dryRun) await lockFacts(trx);
  const [current, latest] = [await selectFacts(trx, dataset.name), await selectLatest(trx)];
  const changes = changesTo(current, wanted);
  const problems = newProblems(dataset, current, changes);
  const outcome = { revision: undefined, changes, problems, elsewhere: latest !== made.looked };
  if (made.dryRun || outcome.elsewhere || problems.length > 0 || changes.length === 0) return outcome;
  const revision = await writeChanges(trx, dataset.name, changes, made);
  await made.announce?.(trx, revision, changes);
  return { ...outcome, revision };
}

/** What is wanted beside what stands: a column that is not named keeps what it says. */
export function changesTo(current: readonly Fact[], wanted: readonly WantedRow[]): Changed[] {
  const known = new Map(current.map((fact) => [nameOf(fact), fact.fields]));
  return wanted.flatMap(({ file, key, after: given }) => {
    const before = known.get(nameOf({ file, key })) ?? null;
    const after = given && { ...before, ...given };
    if (before === null ? after === null : after !== null && sameFields(before, after)) return [];
    return [{ file, key, before, after }];
  });
}

/** The rows that stand once changes are made. */
export function withChanges(
  current: readonly Fact[],
  changes: readonly Changed[],
): Pick<Fact, 'file' | 'key' | 'fields'>[] {
  const changed = new Map(changes.map((change) => [nameOf(change), change]));
  const stayed = current.flatMap((fact) => {
    const change = changed.get(nameOf(fact));
    if (!change) return [fact];
    changed.delete(nameOf(fact));
    return change.after ? [{ ...fact, fields: change.after }] : [];
  });
  const begun = [...changed.values()].flatMap(({ file, key, after }) => (after ? [{ file, key, fields: after }] : []));
  return [...stayed, ...begun];
}

/** What was wrong before is nobody's fault who changes something else. */
function newProblems({ check, shapes }: Dataset, current: readonly Fact[], changes: readonly Changed[]): RowProblem[] {
  if (changes.length === 0) return [];
  const before = new Set(problemsIn(check, shapes, current).map(sentenceOf));
  return problemsIn(check, shapes, withChanges(current, changes)).filter((problem) => !before.has(sentenceOf(problem)));
}

const sentenceOf = ({ file, key, reason }: RowProblem) => `${file} ${key}: ${reason}`;

type Row = Pick<Fact, 'file' | 'key' | 'fields'>;

function problemsIn(check: Dataset['check'], shapes: Shapes, rows: readonly Row[]): RowProblem[] {
  const byFile = Map.groupBy(rows, ({ file }) => file);
  const lines = (name: string): Line[] =>
    (byFile.get(name) ?? []).map(({ key, fields }, at) => ({ line: at + 1, key, fields }));
  const files: Files = Object.fromEntries(Object.keys(shapes).map((name) => [name, lines(name)]));
  return check(files).map(({ file, line, ...said }) => {
    const name = file.replace(/\.csv$/, '');
    return { ...said, file: name, key: byFile.get(name)?.[line - 1]?.key ?? '' };
  });
}
