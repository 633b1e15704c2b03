import type { Queries } from '../database/database.ts';
import type { Visible } from '../http/visible.ts';
import { seenNow } from '../publications/cached-visible.ts';
import { alwaysPublic, madeOf, together } from '../publications/visible-to.ts';
import type { Dataset } from './dataset.ts';
import {
  insertDraft,
  nameOf,
  type Revision,
  selectChanges,
  selectFacts,
  selectFirstEmbargoed,
  selectRevisions,
  selectRevisionsOfWithheld,
} from './facts-queries.ts';
import type { Changed } from './import-facts.ts';
import { byFile, judgedNow } from './judged-now.ts';
import type { DatasetName, Fields } from './shapes.ts';
import type { FieldsByFile } from './visible-fields.ts';

export type { Revision } from './facts-queries.ts';

type Of = Pick<Dataset, 'name' | 'hidden'>;

/**
 * The rows of a data set by file, in the order of their files, whoever may see them.
 * @param revision as they stood at it; left out: as they stand now
 */
export async function currentFields(queries: Queries, dataset: DatasetName, revision?: number): Promise<FieldsByFile> {
  return byFile(await selectFacts(queries, dataset, revision));
}

/** What may be seen now of a data set. @param revision as `currentFields` has it */
export async function visibleFields(queries: Queries, of: Of, revision?: number): Promise<Visible<FieldsByFile>> {
  const judged = await judgedNow(queries, of.name, revision);
  const { whole } = await seenNow(queries, (gate) => gate.recorded(judged.files, of.hidden));
  return madeOf(whole, (seen) => mapRows(seen, judged.stood));
}

const mapRows = (files: FieldsByFile, change: (row: Fields) => Fields): FieldsByFile =>
  Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, rows.map(change)]));

/** What a revision changed, of rows that may be seen now: what became visible by it was added, what did not stay so was removed. */
export async function visibleChanges(
  queries: Queries,
  dataset: Of,
  revision: number,
): Promise<Visible<readonly Changed[]>> {
  const changes = await changesAt(queries, dataset.name, revision);
  const [before, after] = await Promise.all([
    seenAt(queries, dataset, revision - 1),
    seenAt(queries, dataset, revision),
  ]);
  const seenOf = (row: Fields | null, seen: Seen) => (row && seen.has(row) ? row : null);
  return madeOf(together({ before, after }), (seen) =>
    changes
      .map((change) => ({
        ...change,
        before: seenOf(change.before, seen.before),
        after: seenOf(change.after, seen.after),
      }))
      .filter((change) => change.before !== null || change.after !== null),
  );
}

interface Seen {
  has(row: Fields): boolean;
}

/** Which rows that stood at a revision may be seen now. */
async function seenAt(queries: Queries, of: Of, revision: number): Promise<Visible<Seen>> {
  const { files: all, stood } = await judgedNow(queries, of.name, revision);
  const { whole } = await seenNow(queries, (gate) => gate.recorded(all, of.hidden));
  return madeOf(whole, (files) => {
    if (files === all) return { has: () => true };
    const shown = new Set(Object.values(files).flat());
    const hidden = Object.values(all).flatMap((rows) => rows.filter((row) => !shown.has(row)));
    const unseen = new Set(hidden.map((row) => textOf(stood(row))));
    return { has: (row: Fields) => !unseen.has(textOf(row)) };
  });
}

const textOf = (row: Fields) => JSON.stringify(row);

/** Leaves something for staff to look at, in the transaction that made the revision. */
export const leaveDraft = insertDraft;

/**
 * The revisions of a data set, the newest first; without those that tell of nothing but what may not be seen yet, whose reason would
 * tell of it.
 */
export async function visibleRevisions(queries: Queries, dataset: Of): Promise<Visible<readonly Revision[]>> {
  const revisions = await selectRevisions(queries, dataset.name);
  const first = await selectFirstEmbargoed(queries, dataset.name);
  if (first === undefined) return alwaysPublic(revisions, 'none of them tells of what may not be seen yet');
  const withheld = await selectRevisionsOfWithheld(queries, dataset.name);
  const tells = await Promise.all(
    revisions.map(
      async ({ id }) => (id < first && !withheld.has(id)) || (await visibleChanges(queries, dataset, id)).length > 0,
    ),
  );
  return alwaysPublic(
    revisions.filter((_, at) => tells[at]),
    'each of them tells of something that may be seen',
  );
}

/** What a revision changed, each row before and after. */
async function changesAt(queries: Queries, dataset: DatasetName, revision: number): Promise<Changed[]> {
  const changed = Map.groupBy(await selectChanges(queries, dataset, revision), nameOf);
  return [...changed.values()].flatMap((rows) => {
    const [row] = rows;
    if (!row) return [];
    const before = rows.find(({ until }) => until === revision)?.fields ?? null;
    const after = rows.find(({ since }) => since === revision)?.fields ?? null;
    return [{ file: row.file, key: row.key, before, after }];
  });
}
