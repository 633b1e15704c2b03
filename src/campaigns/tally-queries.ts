import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';

export interface Tally {
  readonly people: number;
  readonly letters: number;
  /** When somebody joined last, to within a minute. */
  readonly lastJoinedAt: Date | undefined;
  readonly byCountry: readonly { readonly country: string; readonly people: number }[];
}

/** Of one country. */
export interface TallyIn {
  readonly people: number;
  readonly letters: number;
}

/**
 * Leaves a mark of one action, to be added up later: actions of supporters never wait for one another over a count.
 * @param act `tried`: it was of a demonstration
 */
export async function markAction(
  queries: Queries,
  action: { campaignId: string; country: string; people: number; letters: number; tried?: boolean },
): Promise<void> {
  if (action.people === 0 && action.letters === 0) return;
  await queries
    .insertInto('tally_marks')
    .values({
      campaign_id: action.campaignId,
      country: action.country,
      people: action.people,
      letters: action.letters,
      tried: action.tried ?? false,
    })
    .execute();
}

/** Forgets how many tried a demonstration. */
export async function deleteTriedCounts(trx: Queries): Promise<void> {
  await trx.deleteFrom('tally_marks').where('tried', '=', true).execute();
  await trx.deleteFrom('tallies').where('people', '=', 0).where('letters', '=', 0).execute();
  await trx.updateTable('tallies').set({ tried_people: 0, tried_letters: 0, tried_last_joined_at: null }).execute();
}

/**
 * Adds the marks up, each exactly once: they are taken away and counted in one statement. Marks by which a tally would be below zero stay
 * until others make up for them.
 */
export async function addUpTallies(queries: Queries): Promise<void> {
  await sql`INSERT INTO tallies (campaign_id, country, people, letters)
    SELECT DISTINCT campaign_id, country, 0, 0 FROM tally_marks ON CONFLICT (campaign_id, country) DO NOTHING`.execute(
    queries,
  );
  await sql`
    WITH due AS (
      SELECT t.campaign_id, t.country FROM tallies t JOIN tally_marks m ON m.campaign_id = t.campaign_id AND m.country = t.country
      GROUP BY t.campaign_id, t.country
      HAVING least(t.people + sum(m.people) FILTER (WHERE NOT m.tried), t.letters + sum(m.letters) FILTER (WHERE NOT m.tried),
        t.tried_people + sum(m.people) FILTER (WHERE m.tried), t.tried_letters + sum(m.letters) FILTER (WHERE m.tried)) >= 0),
    taken AS (
      DELETE FROM tally_marks m USING due WHERE m.campaign_id = due.campaign_id AND m.country = due.country RETURNING m.*),
    added AS (
      SELECT campaign_id, country, coalesce(sum(people) FILTER (WHERE NOT tried), 0) AS people,
        coalesce(sum(letters) FILTER (WHERE NOT tried), 0) AS letters, max(people) FILTER (WHERE NOT tried) > 0 AS joined,
        coalesce(sum(people) FILTER (WHERE tried), 0) AS tried_people,
        coalesce(sum(letters) FILTER (WHERE tried), 0) AS tried_letters, max(people) FILTER (WHERE tried) > 0 AS tried
      FROM taken GROUP BY campaign_id, country)
    UPDATE tallies t SET people = t.people + a.people, letters = t.letters + a.letters,
      last_joined_at = CASE WHEN a.joined THEN now() ELSE t.last_joined_at END,
      tried_people = t.tried_people + a.tried_people, tried_letters = t.tried_letters + a.tried_letters,
      tried_last_joined_at = CASE WHEN a.tried THEN now() ELSE t.tried_last_joined_at END
    FROM added a WHERE t.campaign_id = a.campaign_id AND t.country = a.country`.execute(queries);
}

/**
 * How many people are in a campaign at this moment: those who were added up and those whose marks still wait, in one statement, so that
 * whoever asks after an action of theirs finds it counted.
 */
export async function selectPeopleNow(queries: Queries, campaignId: string): Promise<{ readonly people: number }> {
  const { rows } = await sql<{ people: number }>`
    SELECT greatest(0, coalesce((SELECT sum(CASE WHEN d.tried THEN t.tried_people ELSE t.people END) FROM tallies t
        WHERE t.campaign_id = c.id), 0)
      + coalesce((SELECT sum(m.people) FROM tally_marks m WHERE m.campaign_id = c.id AND m.tried = d.tried), 0))::int AS people
    FROM campaigns c, LATERAL (SELECT c.controller_id = ${DEMONSTRATION} AS tried) d WHERE c.id = ${campaignId}`.execute(
    queries,
  );
  return { people: rows[0]?.people ?? 0 };
}

/** How many people of one country joined a campaign, and how many letters of theirs were confirmed, as last added up. */
export async function selectTallyIn(queries: Queries, campaignId: string, country: string): Promise<TallyIn> {
  const { rows } = await sql<TallyIn>`
    SELECT CASE WHEN d.tried THEN t.tried_people ELSE t.people END AS people,
      CASE WHEN d.tried THEN t.tried_letters ELSE t.letters END AS letters
    FROM tallies t JOIN campaigns c ON c.id = t.campaign_id, LATERAL (SELECT c.controller_id = ${DEMONSTRATION} AS tried) d
    WHERE t.campaign_id = ${campaignId} AND t.country = ${country}`.execute(queries);
  return rows[0] ?? { people: 0, letters: 0 };
}

/**
 * How many people joined a campaign and how many letters were confirmed, as last added up; countries by number of people. Of a
 * demonstration's campaign those who tried it, of every other one none of them.
 */
export async function selectTally(queries: Queries, campaignId: string): Promise<Tally> {
  const { rows } = await sql<{ country: string; people: number; letters: number; last_joined_at: Date | null }>`
    SELECT * FROM (
      SELECT t.country, CASE WHEN d.tried THEN t.tried_people ELSE t.people END AS people,
        CASE WHEN d.tried THEN t.tried_letters ELSE t.letters END AS letters,
        CASE WHEN d.tried THEN t.tried_last_joined_at ELSE t.last_joined_at END AS last_joined_at
      FROM tallies t JOIN campaigns c ON c.id = t.campaign_id, LATERAL (SELECT c.controller_id = ${DEMONSTRATION} AS tried) d
      WHERE t.campaign_id = ${campaignId}) counted
    WHERE people <> 0 OR letters <> 0 ORDER BY people DESC, country`.execute(queries);
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
