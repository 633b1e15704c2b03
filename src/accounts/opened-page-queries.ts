import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** In one statement, by the key of the table; of one's own it writes every half minute at most. @returns the names of others, in order */
export async function noteOpened(queries: Queries, actor: ActorId, path: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    WITH own AS (
      INSERT INTO opened_pages AS o (path, actor_id) SELECT ${path}, actor_id FROM accounts
        WHERE actor_id = ${actor} AND removed_at IS NULL
      ON CONFLICT (path, actor_id) DO UPDATE SET seen_at = now() WHERE o.seen_at < now() - interval '30 seconds'
    )
    SELECT a.name FROM opened_pages o JOIN actors a ON a.id = o.actor_id
    WHERE o.path = ${path} AND o.actor_id <> ${actor} AND o.seen_at > now() - interval '2 minutes'
    ORDER BY a.name LIMIT 10`.execute(queries);
  return rows.map(({ name }) => name);
}

export function selectOpenedBy(queries: Queries, actor: ActorId) {
  const own = queries.selectFrom('opened_pages').select(['path', 'seen_at as seenAt']).where('actor_id', '=', actor);
  return own.orderBy('seen_at', 'desc').execute();
}

export async function deleteOpenedBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('opened_pages').where('seen_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
