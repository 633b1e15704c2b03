import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import type { Day } from '../text/partial-day.ts';

/** Who can be written to by e-mail in some states; what a demonstration made up counts as well. */
interface Reachable {
  readonly people: number;
  /** In how many of the states there is somebody. */
  readonly states: number;
  /** In how many of them it is this office. */
  readonly offices: number;
}

export async function selectReachable(
  queries: Queries,
  states: readonly string[],
  office: string | null,
  on: Day,
): Promise<Reachable> {
  const { rows } = await sql<Reachable>`
    SELECT count(*)::int AS people, count(DISTINCT r.state)::int AS states,
      count(DISTINCT r.state) FILTER (WHERE r.office = ${office})::int AS offices
    FROM representatives r WHERE r.state = ${anyOf(states, 'text')} AND r.ended_on IS NULL
      AND (r.begins_on IS NULL OR r.begins_on <= ${on}::date)
      AND EXISTS (SELECT FROM channels c WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL)`.execute(
    queries,
  );
  return rows[0] ?? { people: 0, states: 0, offices: 0 };
}
