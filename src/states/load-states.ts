import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Queries } from '../database/database.ts';
import { readTable } from './read-table.ts';
import { insertStates, setRisks } from './state-queries.ts';

const State = z.strictObject({
  iso2: z.string().regex(/^[A-Z]{2}$/),
  iso3: z.string().regex(/^[A-Z]{3}$/),
  icc_group: z.string(),
  un_member: z.enum(['yes', 'no']),
});

/** What writing to one's own government may cost: nothing known, a warning before anything is typed, or no letter at all. */
export const risks = ['open', 'warn', 'closed'] as const;
export type Risk = (typeof risks)[number];

const RiskRow = z.strictObject({ iso3: z.string().regex(/^[A-Z]{3}$/), level: z.enum(risks), reason: z.string() });

/** Loads the states and their risk into an empty database. @returns their ISO 3166 codes @throws WrongRow naming file and line */
export async function loadStates(queries: Queries, folder: string): Promise<string[]> {
  const states = readTable(join(folder, 'states.csv'), await readFile(join(folder, 'states.csv'), 'utf8'), State);
  await insertStates(
    queries,
    states.map((state) => ({ ...state, icc_group: state.icc_group || null, un_member: state.un_member === 'yes' })),
  );
  await loadRisks(queries, join(folder, 'risk.csv'));
  return states.map(({ iso3 }) => iso3);
}

/** Sets the risk by state as a file says it, whole: states that are not in it fall back to `warn`. @throws WrongRow */
export async function loadRisks(queries: Queries, file: string): Promise<number> {
  const rows = readTable(file, await readFile(file, 'utf8'), RiskRow);
  await setRisks(queries, rows);
  return rows.length;
}
