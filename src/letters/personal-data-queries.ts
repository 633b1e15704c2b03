import { type RawBuilder, sql } from 'kysely';
import type { EndedAction } from '../actions/hangs-on-actions.ts';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';

/** A letter in one of these still needs its words and its writer. */
const ON_ITS_WAY = sql`('held', 'waiting', 'claimed', 'handing-over')`;

/** The return paths of all letters of one supporter: what came back to them may hold their words. */
export async function returnPathsOf(trx: Queries, key: Buffer): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT bounce_id FROM letters WHERE supporter_key = ${key} AND bounce_id IS NOT NULL`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

interface Unsent {
  readonly campaignId: string;
  readonly country: string;
  readonly tried: boolean;
  readonly letters: number;
}

/** How many letters of somebody have not left our hands, by campaign and country. Called while their actions are still there. */
export async function countUnsent(trx: Queries, key: Buffer): Promise<Unsent[]> {
  const { rows } = await sql<Unsent>`
    SELECT l.campaign_id AS "campaignId", a.country, a.controller_id = ${DEMONSTRATION} AS tried, count(*)::int AS letters
    FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
    WHERE l.supporter_key = ${key} AND l.state IN ('held', 'waiting', 'claimed') GROUP BY 1, 2, 3`.execute(trx);
  return rows;
}

export async function deleteLetters(trx: Queries, key: Buffer): Promise<void> {
  await trx.deleteFrom('reviews').where('supporter_key', '=', key).execute();
  await trx.deleteFrom('letters').where('supporter_key', '=', key).execute();
}

/** The letters of actions that are gone, and what was decided of them. */
export async function deleteLettersOf(trx: Queries, actions: readonly EndedAction[]): Promise<void> {
  const keys = actions.map(({ supporterKey }) => supporterKey);
  const ids = actions.map(({ id }) => id);
  await sql`
    WITH gone AS (SELECT * FROM unnest(${keys}::bytea[], ${ids}::uuid[]) AS g (supporter_key, action_id)),
    looks AS (
      DELETE FROM reviews r USING letters l, gone
      WHERE l.supporter_key = gone.supporter_key AND l.action_id = gone.action_id AND r.supporter_key = l.supporter_key
        AND r.letter_id = l.id)
    DELETE FROM letters l USING gone WHERE l.supporter_key = gone.supporter_key AND l.action_id = gone.action_id`.execute(
    trx,
  );
}

/** In SQL, whether a letter of the supporter with a key is on its way. */
export function isOnItsWay(key: RawBuilder<Buffer>): RawBuilder<boolean> {
  return sql`EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = ${key} AND l.state IN ${ON_ITS_WAY})`;
}

/** In SQL, whether a letter of an action is on its way or can still be read by its writer. */
export function isReadable(key: RawBuilder<Buffer>, action: RawBuilder<string>): RawBuilder<boolean> {
  return sql`EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = ${key} AND l.action_id = ${action}
    AND (l.text_sealed IS NOT NULL OR l.state IN ${ON_ITS_WAY}))`;
}

/** The text of letters that reached their end before a moment. @returns how many */
export async function emptyLetters(queries: Queries, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    WITH old AS (
      SELECT supporter_key, id FROM letters
      WHERE text_sealed IS NOT NULL AND state NOT IN ('unconfirmed', 'held', 'waiting', 'claimed', 'handing-over')
        AND coalesce(handed_over_at, confirmed_at, created_at) <= ${before}
      ORDER BY coalesce(handed_over_at, confirmed_at, created_at) LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE letters l SET text_sealed = NULL FROM old WHERE l.supporter_key = old.supporter_key AND l.id = old.id`.execute(
    queries,
  );
  return Number(numAffectedRows ?? 0);
}
