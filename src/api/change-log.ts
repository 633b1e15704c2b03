import type { Queries } from '../database/database.ts';
import { type Revision, visibleChanges, visibleRevisions } from '../facts/facts.ts';
import type { Changed } from '../facts/import-facts.ts';
import type { DatasetName } from '../facts/shapes.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { datasets } from './datasets.ts';

const names = ['record', 'states'] as const satisfies readonly DatasetName[];
/** Revisions that are told; all others stand in the API. */
const LATEST = 20;

/** What a data set learned at once: what is new, and what was said differently before. */
export interface Learned {
  readonly dataset: DatasetName;
  readonly revision: number;
  readonly at: Date;
  readonly why: string;
  /** What a new installation starts with is one beginning, not thousands of additions. */
  readonly isBeginning: boolean;
  readonly added: readonly Changed[];
  readonly corrected: readonly Changed[];
  /** What is gone is counted and never repeated: it may have been unproven, or somebody's danger. */
  readonly removed: number;
}

/** What the data sets learned, the newest first. */
export const learnedBy = fromVisible(readLearned, ({ revisions, changes }): Learned[] =>
  latestOf(revisions).map(({ id, at, why, dataset, isBeginning }, one) => {
    return { dataset, revision: id, at, why, isBeginning, ...sorted(changes[one] ?? []) };
  }),
);

async function readLearned(queries: Queries) {
  const revisions = together(await Promise.all(names.map((name) => visibleRevisions(queries, datasets[name]))));
  const changes = latestOf(revisions).map(({ id, dataset }) => visibleChanges(queries, datasets[dataset], id));
  return together({ revisions, changes: together(await Promise.all(changes)) });
}

/** @param revisions of each data set, in the order of their names */
function latestOf(revisions: readonly (readonly Revision[])[]) {
  const all = names.flatMap((dataset, set) => {
    const made = revisions[set] ?? [];
    return made.map((one) => ({ ...one, dataset, isBeginning: one === made.at(-1) }));
  });
  return all.sort((one, other) => other.id - one.id).slice(0, LATEST);
}

function sorted(changes: readonly Changed[]): Pick<Learned, 'added' | 'corrected' | 'removed'> {
  return {
    added: changes.filter(({ before }) => before === null),
    corrected: changes.filter(({ before, after }) => before !== null && after !== null),
    removed: changes.filter(({ after }) => after === null).length,
  };
}
