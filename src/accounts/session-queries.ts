import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { Role } from './roles.ts';

export const stages = ['setting-up', 'signed-in'] as const;
export type Stage = (typeof stages)[number];

/** A session with whose it is. */
export interface SessionRow {
  readonly id: string;
  readonly actor_id: ActorId;
  readonly stage: Stage;
  readonly browser: string;
  readonly began_at: Date;
  readonly last_used_at: Date;
  readonly proved_at: Date;
  readonly name: string;
  readonly role: Role;
  /** Into which a translator translates. */
  readonly languages: readonly Lang[];
}

interface NewSession {
  readonly actor_id: ActorId;
  readonly token_hash: Buffer;
  readonly stage: Stage;
  readonly browser: string;
}

/** What still lasts of sessions: used in twelve hours and begun in seven days; where a factor is set up, begun in one hour. */
const lasts = sql<boolean>`s.began_at > now() - interval '7 days' AND s.last_used_at > now() - interval '12 hours'
  AND (s.stage = 'signed-in' OR s.began_at > now() - interval '1 hour')`;

function sessions(queries: Queries) {
  return queries
    .selectFrom('sessions as s')
    .innerJoin('accounts as c', 'c.actor_id', 's.actor_id')
    .innerJoin('actors as a', 'a.id', 's.actor_id')
    .select(['s.id', 's.actor_id', 's.stage', 's.browser', 's.began_at', 's.last_used_at', 's.proved_at'])
    .select(['a.name', 'c.role', 'c.languages'])
    .where('c.removed_at', 'is', null)
    .where(lasts);
}

export async function insertSession(queries: Queries, session: NewSession): Promise<void> {
  await queries.insertInto('sessions').values(session).execute();
}

/** As it stands; it is in use no longer by that. */
export async function selectSession(queries: Queries, token_hash: Buffer): Promise<SessionRow | undefined> {
  return (await sessions(queries).where('s.token_hash', '=', token_hash).executeTakeFirst()) as SessionRow | undefined;
}

/** Notes that it is in use, at most once a minute. */
export async function touchSession(queries: Queries, token_hash: Buffer): Promise<SessionRow | undefined> {
  const row = await selectSession(queries, token_hash);
  if (row && Date.now() - row.last_used_at.getTime() > 60_000)
    await queries.updateTable('sessions').set({ last_used_at: sql<Date>`now()` }).where('id', '=', row.id).execute();
  return row;
}

/** What lasts of somebody's, the one used last first. */
export async function selectSessions(queries: Queries, actor: ActorId): Promise<SessionRow[]> {
  const rows = sessions(queries).where('s.actor_id', '=', actor).orderBy('s.last_used_at', 'desc');
  return (await rows.execute()) as unknown as SessionRow[];
}

/** @param id one of theirs; undefined: all but `but` @returns how many ended */
export async function deleteSessions(
  queries: Queries,
  actor: ActorId,
  { id, but }: { id?: string | undefined; but?: string | undefined },
): Promise<number> {
  let gone = queries.deleteFrom('sessions').where('actor_id', '=', actor);
  if (id !== undefined) gone = gone.where('id', '=', id);
  if (but !== undefined) gone = gone.where('id', '<>', but);
  return Number((await gone.executeTakeFirst()).numDeletedRows);
}

export async function setProved(queries: Queries, id: string): Promise<void> {
  await queries.updateTable('sessions').set({ proved_at: sql<Date>`now()` }).where('id', '=', id).execute();
}

/** Whether a browser signed in to an account before: it did, another one did, or none has. From now on it did. */
export async function noteBrowser(trx: Queries, actor: ActorId, hash: Buffer): Promise<'known' | 'new' | 'first'> {
  const { rows } = await sql<{ known: boolean; others: number }>`
    UPDATE accounts c SET browsers = (array_prepend(${hash}::bytea, array_remove(old.browsers, ${hash}::bytea)))[1:20]
    FROM (SELECT actor_id, browsers FROM accounts WHERE actor_id = ${actor} FOR UPDATE) old
    WHERE c.actor_id = old.actor_id RETURNING ${hash}::bytea = ANY (old.browsers) AS known, cardinality(old.browsers) AS others`.execute(
    trx,
  );
  const [met] = rows;
  if (!met?.others) return 'first';
  return met.known ? 'known' : 'new';
}

/** @returns how many went of what let somebody in before that moment */
export async function deleteSignInsBefore(queries: Queries, moment: Date): Promise<number> {
  const sessions = await queries.deleteFrom('sessions').where('began_at', '<', moment).executeTakeFirst();
  const codes = await queries.deleteFrom('mailed_codes').where('asked_at', '<', moment).executeTakeFirst();
  const links = await queries.deleteFrom('account_links').where('created_at', '<', moment).executeTakeFirst();
  const challenges = await queries.deleteFrom('passkey_challenges').where('asked_at', '<', moment).executeTakeFirst();
  const changes = await queries.deleteFrom('account_changes').where('asked_at', '<', moment).executeTakeFirst();
  const gone = [sessions, codes, links, challenges, changes].map(({ numDeletedRows }) => Number(numDeletedRows));
  return gone.reduce((sum, some) => sum + some, 0);
}
