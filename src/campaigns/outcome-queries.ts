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
  outcome: {
    campaignId: string;
    askId: string;
    state: string;
    act: string;
    on: string;
    revision: number;
    people: number;
  },
): Promise<void> {
  const { campaignId, askId, state, act, on, revision, people } = outcome;
  await trx
    .insertInto('ask_outcomes')
    .values({ campaign_id: campaignId, ask_id: askId, state, act, happened_on: on, revision, people })
    .onConflict((known) => known.columns(['ask_id', 'state', 'act']).doNothing())
    .execute();
}
