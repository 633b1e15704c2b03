import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { type Order, type Slice, selectSlice } from '../database/slice.ts';
import type { Risk } from './risks.ts';
import type { State } from './state-queries.ts';

/** A state as the office lists its risk. */
export interface RiskRow extends State {
  readonly id: string;
  readonly position: string;
}

/** What is asked of them. */
export interface RisksSought {
  /** Left out: of any. */
  readonly states: readonly string[] | undefined;
  readonly risk: Risk | undefined;
  /** Whether somebody has looked. */
  readonly judged: boolean | undefined;
  /** The codes of all states in the order of their names. */
  readonly byName: readonly string[];
}

const id = sql`states.iso3`;
export type RiskSort = 'state' | 'judged';

/** Of fewer than 200 rows: no index is needed. Where nobody has looked the day is before all others. */
function orderOf(sort: RiskSort, byName: readonly string[]): Order {
  if (sort === 'judged')
    return { by: sql`coalesce(states.risk_judged_on, '0001-01-01')`, kind: 'day', id, idType: 'text' };
  return {
    by: sql`coalesce(array_position(${[...byName]}::text[], ${id}::text), 0)`,
    kind: 'number',
    id,
    idType: 'text',
  };
}

export function selectRiskSlice(
  queries: Queries,
  { states, risk, judged, byName }: RisksSought,
  sort: RiskSort,
  slice: Slice,
): Promise<RiskRow[]> {
  const columns = ['iso3 as id', 'iso3', 'iso2', 'risk', 'risk_source', 'risk_judged_on'] as const;
  let rows = queries.selectFrom('states').select(columns);
  if (states) rows = rows.where(sql<boolean>`states.iso3 = ${anyOf(states, 'text')}`);
  if (risk) rows = rows.where('risk', '=', risk);
  if (judged !== undefined) rows = rows.where('risk_judged_on', judged ? 'is not' : 'is', null);
  return selectSlice(rows, orderOf(sort, byName), slice) as Promise<RiskRow[]>;
}

/** One judgement as it was written down. */
export interface PastJudgement {
  readonly id: string;
  readonly level: Risk;
  readonly because: string;
  readonly source: string | null;
  readonly judged_on: string;
  readonly made_at: Date;
  readonly who: string;
}

/** The latest first. */
export function selectJudgements(queries: Queries, state: string, most: number): Promise<PastJudgement[]> {
  return queries
    .selectFrom('risk_judgements as j')
    .innerJoin('actors as a', 'a.id', 'j.made_by')
    .select(['j.id', 'j.level', 'j.because', 'j.source', 'j.judged_on', 'j.made_at', 'a.name as who'])
    .where('j.state', '=', state)
    .orderBy('j.made_at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(most)
    .execute() as Promise<PastJudgement[]>;
}

/** What stands of a state, and by which judgement. @param lock nobody else judges it until the transaction ends */
export async function selectJudged(
  queries: Queries,
  state: string,
  lock: boolean,
): Promise<(State & { readonly judgement: string | null }) | undefined> {
  if (lock) await sql`SELECT 1 FROM states WHERE iso3 = ${state} FOR NO KEY UPDATE`.execute(queries);
  const { rows } = await sql<State & { judgement: string | null }>`
    SELECT s.iso3, s.iso2, s.risk, s.risk_source, s.risk_judged_on,
      (SELECT j.id FROM risk_judgements j WHERE j.state = s.iso3 ORDER BY j.made_at DESC, j.id DESC LIMIT 1) AS judgement
    FROM states s WHERE s.iso3 = ${state}`.execute(queries);
  return rows[0];
}
