import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { loadDataset } from '../facts/dataset.ts';
import { readTable } from './read-table.ts';
import { listRecordedStates, setRisks } from './state-queries.ts';

export { listRecordedStates } from './state-queries.ts';

import { statesDataset } from './states-dataset.ts';

/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

const RiskRow = z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), level: z.enum(risks), reason: z.string() });

/** Loads the states, their record and their risk into an empty database. @returns their ISO 3166 codes @throws WrongFacts, WrongRow */
export async function loadStates(queries: Queries, folder: string): Promise<string[]> {
  await loadDataset(queries, statesDataset, folder);
  const added = await listRecordedStates(queries);
  await loadRisks(queries, join(folder, 'risk.csv'));
  return added;
}

/** Sets the risk by state as a file says it, whole: states that are not in it fall back to `warn`. @throws WrongRow */
export async function loadRisks(queries: Queries, file: string): Promise<number> {
  const rows = readTable(file, await readFile(file, 'utf8'), RiskRow);
  await setRisks(queries, rows);
  return rows.length;
}
