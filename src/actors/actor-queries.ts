import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { ActorId } from './actors.ts';

/** The operator of a name, made where there is none; two at once make one. */
export async function selectOrInsertOperator(queries: Queries, name: string): Promise<ActorId> {
  await sql`INSERT INTO actors (kind, name) VALUES ('operator', ${name}) ON CONFLICT DO NOTHING`.execute(queries);
  const { id } = await queries
    .selectFrom('actors')
    .select('id')
    .where('kind', '=', 'operator')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id as ActorId;
}
