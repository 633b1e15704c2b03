import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

export interface Tally {
  readonly people: number;
  readonly letters: number;
  /** When somebody joined last, to within a minute. */
  readonly lastJoinedAt: Date | undefined;
  readonly byCountry: readonly { readonly country: string; readonly people: number }[];
}

/** Leaves a mark of one act, to be added up later: acts of supporters never wait for one another over a count. */
export async function markAction(
  queries: Queries,
  act: { campaignId: string; country: string; people: number; letters: number },
): Promise<void> {
  if (act.people === 0 && act.letters === 0) return;
  await queries
    .insertInto('tally_marks')
    .values({ campaign_id: act.campaignId, country: act.country, people: act.people, letters: act.letters })
    .execute();
}

/** Adds the marks up, each exactly once: they are taken away and counted in one statement. */
export async function addUpTallies(queries: Queries): Promise<void> {
  await sql`
    WITH taken AS (DELETE FROM tally_marks RETURNING *)
    INSERT INTO tallies (campaign_id, country, people, letters, last_joined_at)
      SELECT campaign_id, country, sum(people), sum(letters), CASE WHEN max(people) > 0 THEN now() END
        FROM taken GROUP BY campaign_id, country
    ON CONFLICT (campaign_id, country) DO UPDATE
      SET people = tallies.people + excluded.people, letters = tallies.letters + excluded.letters,
        last_joined_at = COALESCE(excluded.last_joined_at, tallies.last_joined_at)`.execute(queries);
}

/** How many people joined a campaign and how many letters were confirmed, as last added up; countries by number of people. */
export async function tallyOf(queries: Queries, campaignId: string): Promise<Tally> {
  const rows = await queries
    .selectFrom('tallies')
    .select(['country', 'people', 'letters', 'last_joined_at'])
    .where('campaign_id', '=', campaignId)
    .orderBy('people', 'desc')
    .orderBy('country')
    .execute();
  return {
    people: rows.reduce((sum, row) => sum + row.people, 0),
    letters: rows.reduce((sum, row) => sum + row.letters, 0),
    lastJoinedAt: rows.reduce<Date | undefined>(
      (last, { last_joined_at: at }) => (at && (!last || at > last) ? at : last),
      undefined,
    ),
    byCountry: rows.map(({ country, people }) => ({ country, people })),
  };
}
