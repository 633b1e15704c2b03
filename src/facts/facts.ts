import type { Queries } from '../database/database.ts';
import { selectFacts } from './facts-queries.ts';
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
