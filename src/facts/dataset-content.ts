import { SYSTEM } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { Change, ContentContext, ContentUnit, StoredContent } from '../starting-content/content-unit.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { embargoedNow } from './embargoed-facts.ts';
import { type Fact, lockFacts, selectFacts, selectMadeBy, selectRevisions } from './facts-queries.ts';
import { type Announce, type Changed, writeChanges } from './import-facts.ts';
import { byKeyOfToday, keyOf } from './keys-of-today.ts';
import { refusedByCheck } from './refused-by-check.ts';
import type { DatasetName, Fields, Shapes } from './shapes.ts';

declare module '../starting-content/content-unit.ts' {
  interface ContentContext {
    /** What follows from a revision of a data set. */
    readonly announce?: Readonly<Partial<Record<DatasetName, Announce>>>;
  }
}

const EMBARGOED = 'it is held back here until a later day, and is nobody’s to end but an operator’s';

/** A data set as starting content: what a version has anew becomes a revision, beside what was imported here. */
export function datasetContent(dataset: Dataset, folder: string): ContentUnit {
  const { name, shapes } = dataset;
  return {
    name: 'facts',
    folder,
    files: Object.keys(shapes).map((file) => `${file}.csv`),
    tags: [name],
    read: async (from) =>
      Object.entries(await readDataset(dataset, from)).flatMap(([file, lines]) =>
        lines.map(({ key, fields }) => ({ key: `${file}/${key}`, value: said(fields) })),
      ),
    stored: (trx) => storedFacts(trx, dataset),
    broughtBefore: (trx) => broughtBefore(trx, dataset),
    refused: async (_, changes, stored) => refusedByCheck(dataset, changes, stored),
    make: (trx, changes, context) => makeRevision(trx, dataset, changes, context),
  };
}

/** A column that is missing says the same as an empty one. */
function said(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, cell]) => cell !== ''));
}

async function storedFacts(trx: Queries, { name, shapes, hidden }: Dataset): Promise<StoredContent> {
  await lockFacts(trx);
  const facts = await selectFacts(trx, name);
  const embargoed = await embargoedNow(trx, facts, hidden);
  return new Map(
    [...byKeyOfToday(facts, shapes)].map(([key, { fields }]) => [
      key,
      { value: said(fields), protectedBecause: embargoed.has(fields) ? EMBARGOED : undefined },
    ]),
  );
}

/** What the program itself loaded: by the names of that time, of which those that nobody has any more are forgotten, and by today's. */
async function broughtBefore(trx: Queries, { name, shapes }: Dataset): Promise<ReadonlyMap<string, Fields>> {
  const loaded = await selectMadeBy(trx, name, SYSTEM);
  const before = loaded.map((fact) => [keyOf(fact), fact] as const);
  return new Map([...before, ...byKeyOfToday(loaded, shapes)].map(([key, { fields }]) => [key, said(fields)]));
}

async function makeRevision(
  trx: Queries,
  { name, shapes }: Dataset,
  changes: readonly Change[],
  { by, why, announce }: ContentContext,
): Promise<void> {
  const stored = byKeyOfToday(await selectFacts(trx, name), shapes);
  const made = changes.map((change) => changedFact(change, shapes));
  const isFirst = (await selectRevisions(trx, name)).length === 0;
  const written = made.flatMap((change) => underStoredName(change, stored.get(keyOf(change))));
  const revision = await writeChanges(trx, name, written, { by, why });
  // What a new installation starts with is no news.
  if (!isFirst) await announce?.[name]?.(trx, revision, made);
}

function changedFact({ key, before, after }: Change, shapes: Shapes): Changed {
  const [file = ''] = key.split('/');
  const columns = Object.keys(shapes[file]?.row.shape ?? {});
  const empty = Object.fromEntries(columns.map((column) => [column, '']));
  return {
    file,
    key: key.slice(file.length + 1),
    before: (before as Fields | undefined) ?? null,
    after: after === undefined ? null : { ...empty, ...(after as Fields) },
  };
}

/** A row that was recorded under an older name ends under that, and begins under today's. */
function underStoredName(change: Changed, stored: Fact | undefined): Changed[] {
  if (!stored || stored.key === change.key) return [change];
  const ended = { ...change, key: stored.key, after: null };
  return change.after ? [ended, { ...change, before: null }] : [ended];
}
