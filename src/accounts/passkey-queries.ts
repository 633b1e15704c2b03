import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

export const purposes = ['sign-in', 'prove', 'add'] as const;
/** What a passkey is asked for. */
export type Purpose = (typeof purposes)[number];

export interface PasskeyRow {
  readonly id: string;
  readonly actor_id: ActorId;
  readonly credential_id: Buffer;
  readonly public_key: Buffer;
  readonly rp_id: string;
  readonly name: string;
  readonly counter: number;
  readonly added_at: Date;
  readonly last_used_at: Date | null;
}

type NewPasskey = Omit<PasskeyRow, 'id' | 'added_at' | 'last_used_at'>;

interface Challenge {
  readonly challenge_hash: Buffer;
  readonly browser_hash: Buffer;
  readonly purpose: Purpose;
  readonly actor_id: ActorId | null;
}

/** In place of what this browser was asked before for the same. */
export async function insertChallenge(trx: Queries, challenge: Challenge): Promise<void> {
  const { browser_hash, purpose } = challenge;
  const former = trx.deleteFrom('passkey_challenges').where('browser_hash', '=', browser_hash);
  await former.where('purpose', '=', purpose).execute();
  await trx.insertInto('passkey_challenges').values(challenge).execute();
}

/** Whatever becomes of the answer, its challenge is spent. @returns whether it was asked of this browser, for this, in five minutes */
export async function deleteChallenge(
  trx: Queries,
  { challenge_hash, browser_hash, purpose, actor_id }: Challenge,
): Promise<boolean> {
  const gone = trx.deleteFrom('passkey_challenges').where('challenge_hash', '=', challenge_hash);
  const mine = gone
    .where('browser_hash', '=', browser_hash)
    .where('purpose', '=', purpose)
    .where('actor_id', actor_id === null ? 'is' : '=', actor_id)
    .where('asked_at', '>', sql<Date>`now() - interval '5 minutes'`);
  return Number((await mine.executeTakeFirst()).numDeletedRows) === 1;
}

/** The first of somebody's first. */
export async function selectPasskeys(queries: Queries, actor: ActorId): Promise<PasskeyRow[]> {
  const rows = queries.selectFrom('passkeys').selectAll().where('actor_id', '=', actor);
  return (await rows.orderBy('added_at').orderBy('id').execute()) as PasskeyRow[];
}

/** One of whoever still has an account, for a host. */
export async function selectPasskey(
  queries: Queries,
  rp_id: string,
  credential_id: Buffer,
): Promise<PasskeyRow | undefined> {
  const row = queries
    .selectFrom('passkeys as p')
    .innerJoin('accounts as c', 'c.actor_id', 'p.actor_id')
    .selectAll('p')
    .where('p.credential_id', '=', credential_id)
    .where('p.rp_id', '=', rp_id)
    .where('c.removed_at', 'is', null);
  return (await row.forUpdate('p').executeTakeFirst()) as PasskeyRow | undefined;
}

/** @returns false where somebody has it already */
export async function insertPasskey(trx: Queries, passkey: NewPasskey): Promise<boolean> {
  const row = trx.insertInto('passkeys').values(passkey);
  const added = await row.onConflict((one) => one.column('credential_id').doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export async function noteUse(trx: Queries, id: string, counter: number): Promise<void> {
  const used = { last_used_at: sql<Date>`now()`, counter: sql<number>`greatest(counter, ${counter}::bigint)` };
  await trx.updateTable('passkeys').set(used).where('id', '=', id).execute();
}

/** @returns false where it is none of theirs */
export async function setPasskeyName(trx: Queries, actor: ActorId, id: string, name: string): Promise<boolean> {
  const renamed = trx.updateTable('passkeys').set({ name }).where('id', '=', id).where('actor_id', '=', actor);
  return Number((await renamed.executeTakeFirst()).numUpdatedRows) === 1;
}

/** @returns false where it is none of theirs */
export async function deletePasskey(trx: Queries, actor: ActorId, id: string): Promise<boolean> {
  const gone = trx.deleteFrom('passkeys').where('id', '=', id).where('actor_id', '=', actor);
  return Number((await gone.executeTakeFirst()).numDeletedRows) === 1;
}

/** The hosts for which there are passkeys, with how many there are. */
export async function selectRelyingParties(queries: Queries): Promise<{ rp_id: string; count: number }[]> {
  const { rows } = await sql<{ rp_id: string; count: number }>`
    SELECT rp_id, count(*)::int AS count FROM passkeys GROUP BY rp_id ORDER BY rp_id`.execute(queries);
  return rows;
}
