import { join } from 'node:path';
import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { loadDataset } from '../facts/dataset.ts';
import { readRegularFile } from '../facts/read-file.ts';
import { readTable } from './read-table.ts';
import { listRecordedStates, selectStates, setRisks } from './state-queries.ts';

export { listRecordedStates } from './state-queries.ts';

import { statesDataset } from './states-dataset.ts';

/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

const RiskRow = z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), level: z.enum(risks), reason: z.string() });

/**
 * Loads the states' record, and the risk of states where none was known.
 * @returns the codes (ISO 3166) of all
 * @throws InvalidFactsError, InvalidRowError
 */
export async function loadStates(queries: Queries, folder: string): Promise<string[]> {
  const known = await selectStates(queries);
  await loadDataset(queries, statesDataset, folder);
  const all = await listRecordedStates(queries);
  // What staff have said of a state's risk is theirs.
  if (known.length === 0) await loadRisks(queries, join(folder, 'risk.csv'));
  return all;
}

/**
 * Sets the risk by state as a file says it, whole: states that are not in it fall back to `warn`.
 * @throws InvalidRowError, UnreadableFileError
 */
export async function loadRisks(queries: Queries, file: string): Promise<number> {
  const rows = readTable(file, (await readRegularFile(file)).toString(), RiskRow);
  await setRisks(queries, rows);
  return rows.length;
}
