import type { Queries } from '../database/database.ts';
import { insertDraft, selectChanges, selectFacts, selectRevisions } from './facts-queries.ts';
import type { Changed } from './import-facts.ts';
import type { DatasetName, Fields } from './shapes.ts';

/**
 * The rows of a data set by file, in the order of their files.
 * @param revision as they stood at it; left out: as they stand now
 */
export async function standingFields(
  queries: Queries,
  dataset: DatasetName,
  revision?: number,
): Promise<Readonly<Record<string, readonly Fields[]>>> {
  const facts = Map.groupBy(await selectFacts(queries, dataset, revision), ({ file }) => file);
  return Object.fromEntries([...facts].map(([file, rows]) => [file, rows.map(({ fields }) => fields)]));
}

/** Leaves something for staff to look at, in the transaction that made the revision. */
export const leaveDraft = insertDraft;

/** The revisions of a data set, the newest first. */
export const revisionsOf = selectRevisions;

/** What a revision changed, each row before and after. */
export async function changesAt(queries: Queries, dataset: DatasetName, revision: number): Promise<Changed[]> {
  const changed = Map.groupBy(await selectChanges(queries, dataset, revision), ({ file, key }) => `${file}\n${key}`);
  return [...changed.values()].flatMap((rows) => {
    const [row] = rows;
    if (!row) return [];
    const before = rows.find(({ until }) => until === revision)?.fields ?? null;
    const after = rows.find(({ since }) => since === revision)?.fields ?? null;
    return [{ file: row.file, key: row.key, before, after }];
  });
}
