import { SYSTEM } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { Change, ContentContext, ContentUnit, Standing } from '../starting-content/content-unit.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { type Fact, lockFacts, selectFacts, selectMadeBy, selectRevisions } from './facts-queries.ts';
import { heldBackNow } from './held-back.ts';
import { type Announce, type Changed, writeChanges } from './import-facts.ts';
import { refusedByCheck } from './refused-by-check.ts';
import type { DatasetName, Fields } from './shapes.ts';

declare module '../starting-content/content-unit.ts' {
  interface ContentContext {
    /** What follows from a revision of a data set. */
    readonly announce?: Readonly<Partial<Record<DatasetName, Announce>>>;
  }
}

const HELD = 'it is held back here until a later day, and is nobody’s to end but an operator’s';

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
    standing: (trx) => standingFacts(trx, dataset),
    broughtBefore: async (trx) =>
      new Map((await selectMadeBy(trx, name, SYSTEM)).map((fact) => [keyOf(fact), said(fact.fields)])),
    refused: async (_, changes, standing) => refusedByCheck(dataset, changes, standing),
    make: (trx, changes, context) => makeRevision(trx, dataset, changes, context),
  };
}

const keyOf = ({ file, key }: Pick<Fact, 'file' | 'key'>) => `${file}/${key}`;

/** A column that is missing says the same as an empty one. */
function said(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, cell]) => cell !== ''));
}

async function standingFacts(trx: Queries, { name, hidden }: Dataset): Promise<Standing> {
  await lockFacts(trx);
  const facts = await selectFacts(trx, name);
  const held = heldBackNow(facts, hidden);
  return new Map(
    facts.map((fact) => [
      keyOf(fact),
      { value: said(fact.fields), heldBecause: held.has(fact.fields) ? HELD : undefined },
    ]),
  );
}

async function makeRevision(
  trx: Queries,
  { name, shapes }: Dataset,
  changes: readonly Change[],
  { by, why, announce }: ContentContext,
): Promise<void> {
  const made = changes.map(({ key, before, after }): Changed => {
    const [file = ''] = key.split('/');
    const columns = Object.keys(shapes[file]?.row.shape ?? {});
    const empty = Object.fromEntries(columns.map((column) => [column, '']));
    return {
      file,
      key: key.slice(file.length + 1),
      before: (before as Fields | undefined) ?? null,
      after: after === undefined ? null : { ...empty, ...(after as Fields) },
    };
  });
  const isFirst = (await selectRevisions(trx, name)).length === 0;
  const revision = await writeChanges(trx, name, made, { by, why });
  // What a new installation starts with is no news.
  if (!isFirst) await announce?.[name]?.(trx, revision, made);
}
