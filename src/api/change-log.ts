import type { Queries } from '../database/database.ts';
import { visibleChanges, visibleRevisions } from '../facts/facts.ts';
import type { Changed } from '../facts/import-facts.ts';
import type { DatasetName } from '../facts/shapes.ts';
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
export async function learnedBy(queries: Queries): Promise<Learned[]> {
  const all = await Promise.all(
    names.map(async (dataset) => {
      const revisions = await visibleRevisions(queries, datasets[dataset]);
      return revisions.map((made) => ({ ...made, dataset, isBeginning: made === revisions.at(-1) }));
    }),
  );
  const latest = all
    .flat()
    .sort((one, other) => other.id - one.id)
    .slice(0, LATEST);
  return Promise.all(
    latest.map(async ({ id, at, why, dataset, isBeginning }) => {
      const changes = await visibleChanges(queries, datasets[dataset], id);
      return { dataset, revision: id, at, why, isBeginning, ...sorted(changes) };
    }),
  );
}

function sorted(changes: readonly Changed[]): Pick<Learned, 'added' | 'corrected' | 'removed'> {
  return {
    added: changes.filter(({ before }) => before === null),
    corrected: changes.filter(({ before, after }) => before !== null && after !== null),
    removed: changes.filter(({ after }) => after === null).length,
  };
}
