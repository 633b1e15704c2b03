import type { Change, StoredContent } from '../starting-content/content-unit.ts';
import type { Dataset } from './dataset.ts';
import type { Fields, Files, Line, Problem } from './shapes.ts';

/**
 * Which changes of a data set contradict what stands beside them, and why: what is left makes no problem that there was not before.
 * @param changes by `file/key`
 */
export function refusedByCheck(
  { check, shapes }: Pick<Dataset, 'check' | 'shapes'>,
  changes: readonly Change[],
  stored: StoredContent,
): ReadonlyMap<string, string> {
  const names = Object.keys(shapes);
  const before = new Set(check(filesOf(names, rowsOf(stored, [])).files).map(sentenceOf));
  const refused = new Map<string, string>();
  for (;;) {
    const left = changes.filter(({ key }) => !refused.has(key));
    const { files, keyAt } = filesOf(names, rowsOf(stored, left));
    const problems = check(files).filter((problem) => !before.has(sentenceOf(problem)));
    if (left.length === 0 || problems.length === 0) return refused;
    for (const problem of problems)
      for (const { key } of blamed(problem, left, keyAt(problem))) refused.set(key, sentenceOf(problem));
  }
}

const sentenceOf = ({ file, reason }: Problem) => `${file}: ${reason}`;

/** The row that is named, if it is one of these; else those of its file; else all. */
function blamed({ file }: Problem, changes: readonly Change[], named: string | undefined): readonly Change[] {
  const row = changes.filter(({ key }) => key === named);
  const inFile = changes.filter(({ key }) => `${key.split('/')[0]}.csv` === file);
  return [row, inFile].find((some) => some.length > 0) ?? changes;
}

function rowsOf(stored: StoredContent, changes: readonly Change[]): Map<string, Fields> {
  const rows = new Map([...stored].map(([key, { value }]) => [key, value as Fields]));
  for (const { key, after } of changes) {
    if (after === undefined) rows.delete(key);
    else rows.set(key, after as Fields);
  }
  return rows;
}

function filesOf(names: readonly string[], rows: ReadonlyMap<string, Fields>) {
  const byFile = Map.groupBy([...rows.keys()], (key) => key.split('/')[0] ?? '');
  const files: Files = Object.fromEntries(
    names.map((name) => [
      name,
      (byFile.get(name) ?? []).map(
        (key, at): Line => ({ line: at + 1, key: key.slice(name.length + 1), fields: rows.get(key) ?? {} }),
      ),
    ]),
  );
  const keyAt = ({ file, line }: Problem) => byFile.get(file.replace(/\.csv$/, ''))?.[line - 1];
  return { files, keyAt };
}
