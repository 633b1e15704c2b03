import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { readRegularFile } from '../facts/read-file.ts';
import { readTable } from './read-table.ts';
import { setRisks } from './state-queries.ts';

export { listRecordedStates } from './state-queries.ts';

/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

const RiskRow = z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), level: z.enum(risks), reason: z.string() });

type RiskRow = z.infer<typeof RiskRow>;

/** The lines of a file of risks. @throws InvalidRowError */
export function readRisks(file: string, text: string): RiskRow[] {
  return readTable(file, text, RiskRow);
}

/**
 * Sets the risk by state as a file says it, whole: states that are not in it fall back to `warn`.
 * @throws InvalidRowError, UnreadableFileError
 */
export async function loadRisks(queries: Queries, file: string): Promise<number> {
  const rows = readRisks(file, (await readRegularFile(file)).toString());
  await setRisks(queries, rows);
  return rows.length;
}
