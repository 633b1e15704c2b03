import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Risk } from './risks.ts';

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

/** Nobody adds or changes a state until the transaction ends; letters are accepted meanwhile. */
export async function lockStates(trx: Queries): Promise<void> {
  await sql`LOCK TABLE states IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

export async function putState(trx: Queries, state: State): Promise<void> {
  await trx
    .insertInto('states')
    .values(state)
    .onConflict((known) => known.column('iso3').doUpdateSet({ risk: state.risk }))
    .execute();
}
