import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

export interface Outcome {
  readonly campaign_id: string;
  readonly ask_id: string;
  readonly state: string;
  readonly act: string;
  /** 'YYYY-MM-DD' */
  readonly happened_on: string;
  /** How many had asked by then. */
  readonly people: number;
}

/** What states did of what campaigns asked, the latest first. */
export function selectOutcomes(queries: Queries): Promise<Outcome[]> {
  return queries
    .selectFrom('ask_outcomes')
    .select(['campaign_id', 'ask_id', 'state', 'act', 'happened_on', 'people'])
    .orderBy('happened_on', 'desc')
    .orderBy('state')
    .execute() as unknown as Promise<Outcome[]>;
}

/** Marks an ask as met by an act, with the number of people who had asked it of the state; the second time it changes nothing. */
export async function insertOutcome(
  trx: Queries,
  outcome: { campaignId: string; askId: string; state: string; act: string; on: string; revision: number },
): Promise<void> {
  const { campaignId, askId, state, act, on, revision } = outcome;
  await sql`INSERT INTO ask_outcomes (campaign_id, ask_id, state, act, happened_on, revision, people)
    SELECT ${campaignId}::uuid, ${askId}::uuid, ${state}, ${act}, ${on}::date, ${revision}::int, (
      SELECT count(DISTINCT l.supporter_key) FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
      WHERE l.ask_id = ${askId}::uuid AND a.country = ${state} AND l.confirmed_at IS NOT NULL AND l.state <> 'withdrawn')
    ON CONFLICT (ask_id, state, act) DO NOTHING`.execute(trx);
}
