import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';

/** How far it is counted. */
export interface Counted {
  readonly countedAt: Date;
  /** The last day that changes no more, YYYY-MM-DD. */
  readonly closedOn: string;
}

export async function selectCounted(queries: Queries): Promise<Counted | undefined> {
  const row = await queries
    .selectFrom('statistics_counted')
    .select(['counted_at as countedAt', 'closed_on as closedOn'])
    .orderBy('closed_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as Counted | undefined;
}

/**
 * One process counts at a time; whoever reads waits for nobody. The first statement of its transaction, so that it sees what the last one
 * left.
 */
export async function lockCounting(trx: Queries): Promise<void> {
  await sql`LOCK TABLE statistics_counted IN EXCLUSIVE MODE`.execute(trx);
}

/**
 * Takes marks away and adds them up, each exactly once, as both happen in one transaction. What comes of a day that is closed counts on
 * the first that is open, and of a day to come (a clock was wrong) today.
 * @returns how many marks there were
 */
export async function addUpMarks(trx: Queries, zone: TimeZone, limit: number): Promise<number> {
  const { rows } = await sql<{ marks: number }>`
    WITH taken AS (
      DELETE FROM statistic_marks WHERE ctid = ANY (ARRAY(SELECT ctid FROM statistic_marks LIMIT ${limit})) RETURNING *),
    dated AS (
      SELECT t.campaign_id, t.tried, t.happening, t.ask_id, t.country, t.lang, t.number,
        greatest(least((t.at AT TIME ZONE ${zone})::date, (now() AT TIME ZONE ${zone})::date),
          (SELECT max(c.closed_on) + 1 FROM statistics_counted c)) AS day
      FROM taken t JOIN campaigns ON campaigns.id = t.campaign_id),
    added AS (
      INSERT INTO statistics AS s (campaign_id, tried, happening, day, ask_id, country, lang, number)
        SELECT campaign_id, tried, happening, day, ask_id, country, lang, sum(number) FROM dated
        GROUP BY campaign_id, tried, happening, day, GROUPING SETS ((), (ask_id), (country), (lang))
        HAVING sum(number) <> 0 AND NOT (GROUPING(ask_id) = 0 AND ask_id IS NULL)
      ON CONFLICT ON CONSTRAINT statistics_once DO UPDATE SET number = s.number + excluded.number)
    SELECT count(*)::int AS marks FROM taken`.execute(trx);
  return rows[0]?.marks ?? 0;
}

/**
 * Says that all marks were added up that were there at this moment. A day is closed an hour after its end, when whatever happened on it has
 * left its mark.
 */
export async function noteCounted(trx: Queries, zone: TimeZone): Promise<void> {
  await sql`INSERT INTO statistics_counted AS c (counted_at, closed_on)
    VALUES (now(), ((now() - interval '1 hour') AT TIME ZONE ${zone})::date - 1)
    ON CONFLICT (closed_on) DO UPDATE SET counted_at = greatest(c.counted_at, excluded.counted_at)`.execute(trx);
}

/**
 * Counts anew whatever stands, and raises to it what is below: where fewer of a campaign's letters were counted as written than there are,
 * each day has at least those that stand. What was counted and is gone since stays.
 * @returns how many numbers were too low
 */
export async function raiseToRows(trx: Queries, zone: TimeZone): Promise<number> {
  const { rows } = await sql<{ raised: number }>`
    WITH happened AS (
      SELECT a.campaign_id, a.controller_id = ${DEMONSTRATION} AS tried, h.happening, h.at, l.ask_id, a.country, a.lang
      FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id CROSS JOIN LATERAL (VALUES
        ('letter-written', l.created_at),
        ('letter-confirmed', CASE WHEN l.state <> 'duplicate' THEN l.confirmed_at END),
        ('letter-handed-over', l.handed_over_at),
        ('letter-refused', CASE WHEN l.state = 'refused' AND coalesce(l.said_here <> ALL ('{only-tried,refused-here}'), true)
          THEN l.claimed_at END),
        ('letter-bounced', l.bounced_at),
        ('letter-answered', CASE WHEN l.answer = 'yes' THEN l.answer_at END)) AS h (happening, at)
      UNION ALL
      SELECT a.campaign_id, a.controller_id = ${DEMONSTRATION}, h.happening, h.at, NULL, a.country, a.lang
      FROM actions a CROSS JOIN LATERAL (VALUES ('pledge-made', a.created_at), ('pledge-confirmed', a.confirmed_at)) AS h (happening, at)
      WHERE a.kind = 'pledge'
      UNION ALL
      SELECT j.campaign_id, coalesce(by.tried, false), 'joined', j.joined_at, NULL, j.country, coalesce(by.lang, 'und')
      FROM campaign_supporters j LEFT JOIN LATERAL (
        SELECT a.lang, a.controller_id = ${DEMONSTRATION} AS tried FROM actions a
        WHERE a.supporter_key = j.supporter_key AND a.campaign_id = j.campaign_id AND a.confirmed_at IS NOT NULL
        ORDER BY a.confirmed_at LIMIT 1) AS by ON true),
    dated AS (
      SELECT campaign_id, tried, happening, (at AT TIME ZONE ${zone})::date AS day, ask_id, country, lang
      FROM happened WHERE at IS NOT NULL),
    standing AS (
      SELECT campaign_id, tried, happening, day, ask_id, country, lang, count(*) AS number,
        num_nonnulls(ask_id, country, lang) = 0 AS whole
      FROM dated GROUP BY campaign_id, tried, happening, day, GROUPING SETS ((), (ask_id), (country), (lang))
      HAVING NOT (GROUPING(ask_id) = 0 AND ask_id IS NULL)),
    low AS (
      SELECT t.campaign_id, t.tried, t.happening FROM standing t WHERE t.whole GROUP BY t.campaign_id, t.tried, t.happening
      HAVING sum(t.number) > coalesce((SELECT sum(s.number) FROM statistics s WHERE s.campaign_id = t.campaign_id AND s.tried = t.tried
        AND s.happening = t.happening AND num_nonnulls(s.ask_id, s.country, s.lang) = 0), 0)),
    raised AS (
      INSERT INTO statistics AS s (campaign_id, tried, happening, day, ask_id, country, lang, number)
        SELECT t.campaign_id, t.tried, t.happening, t.day, t.ask_id, t.country, t.lang, t.number
        FROM standing t JOIN low USING (campaign_id, tried, happening) JOIN campaigns ON campaigns.id = t.campaign_id
      ON CONFLICT ON CONSTRAINT statistics_once DO UPDATE SET number = excluded.number WHERE s.number < excluded.number
      RETURNING 1)
    SELECT count(*)::int AS raised FROM raised`.execute(trx);
  return rows[0]?.raised ?? 0;
}

/** Forgets what was tried in a demonstration. */
export async function deleteTried(trx: Queries): Promise<void> {
  await trx.deleteFrom('statistic_marks').where('tried', '=', true).execute();
  await trx.deleteFrom('statistics').where('tried', '=', true).execute();
}
