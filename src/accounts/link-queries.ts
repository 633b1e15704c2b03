import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** Only one link at a time works for an account, or for whoever is to be the first. */
export async function insertLink(
  trx: Queries,
  actor_id: ActorId | null,
  token_hash: Buffer,
  minutes: number,
  recovers = false,
): Promise<void> {
  const former = trx.deleteFrom('account_links').where('actor_id', actor_id === null ? 'is' : '=', actor_id);
  await former.execute();
  const ends_at = sql<Date>`now() + make_interval(mins => ${minutes}::int)`;
  await trx.insertInto('account_links').values({ actor_id, token_hash, ends_at, recovers }).execute();
}

interface LinkRow {
  /** Null: it makes the first administrator. */
  readonly actor_id: ActorId | null;
  /** Whether it sets up anew what there is. */
  readonly recovers: boolean;
}

/** @returns undefined where no such link works */
export async function selectLink(queries: Queries, token_hash: Buffer): Promise<LinkRow | undefined> {
  const link = queries.selectFrom('account_links').select(['actor_id', 'recovers']);
  const works = link.where('token_hash', '=', token_hash).where('ends_at', '>', sql<Date>`now()`);
  return (await works.executeTakeFirst()) as LinkRow | undefined;
}

/** @returns whether it worked until now */
export async function deleteLink(trx: Queries, token_hash: Buffer): Promise<boolean> {
  const gone = trx
    .deleteFrom('account_links')
    .where('token_hash', '=', token_hash)
    .where('ends_at', '>', sql<Date>`now()`);
  return Number((await gone.executeTakeFirst()).numDeletedRows) === 1;
}
