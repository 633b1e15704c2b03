import type { Queries } from '../database/database.ts';
import type { Dataset } from './dataset.ts';
import { insertDraft, selectChanges, selectFacts, selectRevisions } from './facts-queries.ts';
import type { Changed } from './import-facts.ts';
import type { DatasetName, Fields } from './shapes.ts';
import { publicToday } from './today.ts';
import { type FieldsByFile, type Visible, visibleOn } from './visible.ts';

/**
 * The rows of a data set by file, in the order of their files.
 * @param revision as they stood at it; left out: as they stand now
 */
export async function currentFields(
  queries: Queries,
  dataset: DatasetName,
  revision?: number,
): Promise<Readonly<Record<string, readonly Fields[]>>> {
  const facts = Map.groupBy(await selectFacts(queries, dataset, revision), ({ file }) => file);
  return Object.fromEntries([...facts].map(([file, rows]) => [file, rows.map(({ fields }) => fields)]));
}

export interface Shown {
  readonly files: Visible<FieldsByFile>;
  /** Whether something is recorded that is not shown yet: then this changes by itself. */
  readonly holdsBack: boolean;
}

/** What may be seen today of a data set. @param revision as `currentFields` has it */
export async function visibleFields(
  queries: Queries,
  dataset: Pick<Dataset, 'name' | 'hidden'>,
  revision?: number,
): Promise<Shown> {
  const all = await currentFields(queries, dataset.name, revision);
  const files = visibleOn(all, dataset.hidden, publicToday());
  return { files, holdsBack: files !== all };
}

/** What a revision changed, of rows that may be seen today. */
export async function visibleChanges(
  queries: Queries,
  dataset: Pick<Dataset, 'name' | 'hidden'>,
  revision: number,
): Promise<Changed[]> {
  const changes = await changesAt(queries, dataset.name, revision);
  const hidden = dataset.hidden(await currentFields(queries, dataset.name, revision), publicToday());
  if (hidden.size === 0) return changes;
  const texts = new Set([...hidden].map((row) => JSON.stringify(row)));
  return changes.filter(({ before, after }) => ![before, after].some((row) => row && texts.has(JSON.stringify(row))));
}

/** Leaves something for staff to look at, in the transaction that made the revision. */
export const leaveDraft = insertDraft;

/** The revisions of a data set, the newest first. */
export const revisionsOf = selectRevisions;

/** What a revision changed, each row before and after. */
async function changesAt(queries: Queries, dataset: DatasetName, revision: number): Promise<Changed[]> {
  const changed = Map.groupBy(await selectChanges(queries, dataset, revision), ({ file, key }) => `${file}\n${key}`);
  return [...changed.values()].flatMap((rows) => {
    const [row] = rows;
    if (!row) return [];
    const before = rows.find(({ until }) => until === revision)?.fields ?? null;
    const after = rows.find(({ since }) => since === revision)?.fields ?? null;
    return [{ file: row.file, key: row.key, before, after }];
  });
}
