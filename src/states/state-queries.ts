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

export async function insertStates(
  queries: Queries,
  states: readonly { iso2: string; iso3: string; icc_group: string | null; un_member: boolean }[],
): Promise<void> {
  await queries.insertInto('states').values(states).execute();
}

export async function setRisks(queries: Queries, rows: readonly { iso3: string; level: Risk }[]): Promise<void> {
  await sql`UPDATE states SET risk = coalesce((SELECT level FROM json_to_recordset(${JSON.stringify(rows)}::json)
    AS given (iso3 text, level text) WHERE given.iso3 = states.iso3), 'warn')`.execute(queries);
}
