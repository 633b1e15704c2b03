import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Visible } from '../http/visible.ts';
import { seenNow } from '../publications/cached-visible.ts';
import { alwaysPublic, madeOf, together } from '../publications/visible-to.ts';
import type { Dataset } from './dataset.ts';
import {
  type Fact,
  insertDraft,
  type Revision,
  selectChanges,
  selectFacts,
  selectFirstEmbargoed,
  selectRevisions,
  selectRevisionsOfWithheld,
  selectWithheld,
} from './facts-queries.ts';
import type { Changed } from './import-facts.ts';
import type { DatasetName, Fields } from './shapes.ts';
import type { FieldsByFile } from './visible-fields.ts';

export type { Revision } from './facts-queries.ts';

type Of = Pick<Dataset, 'name' | 'hidden'>;

/**
 * The rows of a data set by file, in the order of their files, whoever may see them.
 * @param revision as they stood at it; left out: as they stand now
 */
export async function currentFields(queries: Queries, dataset: DatasetName, revision?: number): Promise<FieldsByFile> {
  const facts = Map.groupBy(await selectFacts(queries, dataset, revision), ({ file }) => file);
  return Object.fromEntries([...facts].map(([file, rows]) => [file, rows.map(({ fields }) => fields)]));
}

export interface Shown {
  readonly files: Visible<FieldsByFile>;
  /** Whether something is recorded that is not shown yet: then this changes by itself. */
  readonly holdsBack: boolean;
}

/** What may be seen now of a data set. @param revision as `currentFields` has it */
export async function visibleFields(queries: Queries, of: Of, revision?: number): Promise<Shown> {
  const judged = await judgedNow(queries, of, revision);
  const { whole, end } = await seenNow(queries, (gate) => gate.recorded(judged.files, of.hidden));
  const files = madeOf(whole, (seen) => eachRow(seen, (row) => judged.stood.get(row) ?? row));
  return { files, holdsBack: end !== undefined };
}

const withheldOf = {
  record: cachedInMemory('record', (queries) => selectWithheld(queries, 'record')),
  states: cachedInMemory('states', (queries) => selectWithheld(queries, 'states')),
} as const satisfies Record<DatasetName, unknown>;

interface Judged {
  /** As they stood, with the day from which each is public by what is known now. */
  readonly files: FieldsByFile;
  /** Those that stood with another day. */
  readonly stood: ReadonlyMap<Fields, Fields>;
}

/** Whatever was once public and is kept back since is kept back in what stood before, too. */
async function judgedNow(queries: Queries, { name }: Of, revision?: number): Promise<Judged> {
  const facts = await selectFacts(queries, name, revision);
  const stood = new Map<Fields, Fields>();
  const withheld = revision === undefined ? [] : await withheldOf[name](queries);
  const days = new Map(withheld.map((row) => [nameOf(row), row.day]));
  const rows = facts.map((fact) => {
    const day = days.get(nameOf(fact)) ?? '';
    if (day <= (fact.fields.public_on ?? '')) return { file: fact.file, fields: fact.fields };
    const fields = { ...fact.fields, public_on: day };
    stood.set(fields, fact.fields);
    return { file: fact.file, fields };
  });
  const files = Map.groupBy(rows, ({ file }) => file);
  return { files: Object.fromEntries([...files].map(([file, of]) => [file, of.map(({ fields }) => fields)])), stood };
}

const nameOf = ({ file, key }: Pick<Fact, 'file' | 'key'>) => `${file}\n${key}`;

function eachRow(files: FieldsByFile, change: (row: Fields) => Fields): FieldsByFile {
  return Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, rows.map(change)]));
}

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
  const { files: all, stood } = await judgedNow(queries, of, revision);
  const { whole } = await seenNow(queries, (gate) => gate.recorded(all, of.hidden));
  return madeOf(whole, (files) => {
    if (files === all) return { has: () => true };
    const shown = new Set(Object.values(files).flat());
    const hidden = Object.values(all).flatMap((rows) => rows.filter((row) => !shown.has(row)));
    const unseen = new Set(hidden.map((row) => textOf(stood.get(row) ?? row)));
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
