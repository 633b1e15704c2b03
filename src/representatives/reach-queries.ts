import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Who of a state can be written to by e-mail; what a demonstration made up counts for nothing. */
export interface Reach {
  /** Of the four offices, those without an address. */
  readonly officesWithout: number;
  readonly members: number;
  readonly membersWith: number;
}

export async function selectReach(queries: Queries, state: string): Promise<Reach> {
  const { rows } = await sql<Reach>`
    SELECT count(*) FILTER (WHERE office IS NOT NULL AND NOT reached)::int AS "officesWithout",
      count(*) FILTER (WHERE office IS NULL)::int AS members,
      count(*) FILTER (WHERE office IS NULL AND reached)::int AS "membersWith"
    FROM (SELECT r.office, EXISTS (SELECT 1 FROM channels c
        WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL AND NOT c.example) AS reached
      FROM representatives r WHERE r.state = ${state} AND r.ended_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM channels e WHERE e.representative_id = r.id AND e.example AND r.office IS NULL)) who`.execute(
    queries,
  );
  return rows[0] ?? { officesWithout: 0, members: 0, membersWith: 0 };
}
