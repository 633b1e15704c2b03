import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import { nameOf, selectFacts, selectWithheld } from './facts-queries.ts';
import type { DatasetName, Fields } from './shapes.ts';
import type { FieldsByFile } from './visible-fields.ts';

const withheldOf = {
  record: cachedInMemory('record', (queries) => selectWithheld(queries, 'record')),
  states: cachedInMemory('states', (queries) => selectWithheld(queries, 'states')),
} as const satisfies Record<DatasetName, unknown>;

interface Judged {
  /** The rows by file, in the order of their files, each with the day from which it is public by what is known now. */
  readonly files: FieldsByFile;
  /** A row as it stood. */
  stood(row: Fields): Fields;
}

/**
 * The rows of a data set, to be judged by the gate: what was public once and is withheld since is withheld in what stood before, too.
 * @param revision as they stood at it; left out: as they stand now
 */
export async function judgedNow(queries: Queries, dataset: DatasetName, revision?: number): Promise<Judged> {
  const facts = await selectFacts(queries, dataset, revision);
  const withheld = revision === undefined ? [] : await withheldOf[dataset](queries);
  const days = new Map(withheld.map((row) => [nameOf(row), row.day]));
  const stood = new Map<Fields, Fields>();
  const rows = facts.map((fact) => {
    const day = days.get(nameOf(fact)) ?? '';
    if (day <= (fact.fields.public_on ?? '')) return fact;
    const fields = { ...fact.fields, public_on: day };
    stood.set(fields, fact.fields);
    return { ...fact, fields };
  });
  return { files: byFile(rows), stood: (row) => stood.get(row) ?? row };
}

/** Rows by file, in the order in which they come. */
export function byFile(rows: readonly { readonly file: string; readonly fields: Fields }[]): FieldsByFile {
  const files = [...Map.groupBy(rows, ({ file }) => file)];
  return Object.fromEntries(files.map(([file, those]) => [file, those.map(({ fields }) => fields)]));
}
