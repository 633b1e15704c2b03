import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { Judgement } from './judgement.ts';
import type { Risk } from './risks.ts';

export interface State {
  readonly iso3: string;
  readonly iso2: string;
  readonly risk: Risk;
  readonly risk_source: string | null;
  /** The day on which somebody looked, YYYY-MM-DD; null where nobody has. */
  readonly risk_judged_on: string | null;
}

export async function selectStates(queries: Queries): Promise<State[]> {
  const columns = ['iso3', 'iso2', 'risk', 'risk_source', 'risk_judged_on'] as const;
  return (await queries.selectFrom('states').select(columns).orderBy('iso3').execute()) as State[];
}

/** Adds every recorded state that can't be written to yet. @returns the codes of all */
export async function listRecordedStates(queries: Queries): Promise<string[]> {
  await sql`INSERT INTO states (iso3, iso2) SELECT fields->>'iso3', fields->>'iso2' FROM facts
    WHERE dataset = 'states' AND file = 'states' AND until IS NULL ON CONFLICT (iso3) DO NOTHING`.execute(queries);
  return (await selectStates(queries)).map(({ iso3 }) => iso3);
}

/** Sets the risks of these states; all others warn, and nobody has looked at them. */
export async function setRisks(queries: Queries, judgements: readonly Judged[]): Promise<void> {
  await sql`UPDATE states SET risk = coalesce(given.level, 'warn'), risk_source = given.source, risk_judged_on = given.judged_on
    FROM states s LEFT JOIN json_to_recordset(${JSON.stringify(rowsOf(judgements))}::json)
      AS given (state text, level text, source text, judged_on date) ON given.state = s.iso3
    WHERE states.iso3 = s.iso3`.execute(queries);
}

export async function setRisk(queries: Queries, { state, level, source, on }: Judged): Promise<void> {
  await queries
    .updateTable('states')
    .set({ risk: level, risk_source: source, risk_judged_on: on })
    .where('iso3', '=', state)
    .execute();
}

type Judged = Pick<Judgement, 'state' | 'level' | 'source' | 'on'>;

function rowsOf(judgements: readonly Judged[]) {
  return judgements.map(({ state, level, source, on }) => ({ state, level, source, judged_on: on }));
}

/** For whoever asks later who judged. */
export async function insertJudgements(queries: Queries, judgements: readonly Judgement[], by: ActorId): Promise<void> {
  if (judgements.length === 0) return;
  const rows = judgements.map(({ state, level, because, source, on }) => ({
    state,
    level,
    because,
    source,
    judged_on: on,
    made_by: by,
  }));
  await queries.insertInto('risk_judgements').values(rows).execute();
}

/** Nobody adds or changes a state until the transaction ends; letters are accepted meanwhile. */
export async function lockStates(trx: Queries): Promise<void> {
  await sql`LOCK TABLE states IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

/** As the content has it: nobody has looked at what it changes. */
export async function putState(trx: Queries, state: Pick<State, 'iso3' | 'iso2' | 'risk'>): Promise<void> {
  await trx
    .insertInto('states')
    .values(state)
    .onConflict((known) =>
      known.column('iso3').doUpdateSet({ risk: state.risk, risk_source: null, risk_judged_on: null }),
    )
    .execute();
}
