import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Risk } from './load-states.ts';

export interface State {
  readonly iso3: string;
  readonly iso2: string;
  readonly risk: Risk;
}

export async function selectStates(queries: Queries): Promise<State[]> {
  return (await queries.selectFrom('states').select(['iso3', 'iso2', 'risk']).orderBy('iso3').execute()) as State[];
}

/** Adds every recorded state that can't be written to yet. @returns the codes of all */
export async function listRecordedStates(queries: Queries): Promise<string[]> {
  await sql`INSERT INTO states (iso3, iso2) SELECT fields->>'iso3', fields->>'iso2' FROM facts
    WHERE dataset = 'states' AND file = 'states' AND until IS NULL ON CONFLICT (iso3) DO NOTHING`.execute(queries);
  return (await selectStates(queries)).map(({ iso3 }) => iso3);
}

export async function setRisks(queries: Queries, rows: readonly { iso3: string; level: Risk }[]): Promise<void> {
  await sql`UPDATE states SET risk = coalesce((SELECT level FROM json_to_recordset(${JSON.stringify(rows)}::json)
    AS given (iso3 text, level text) WHERE given.iso3 = states.iso3), 'warn')`.execute(queries);
}
