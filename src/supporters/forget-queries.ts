import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../database/database.ts';

interface Forgotten {
  readonly supporter_key: Buffer;
}

/** A letter in one of these still needs its words and its writer. */
const ON_ITS_WAY = sql`('held', 'waiting', 'claimed', 'handing-over')`;

/** Acts that nobody confirmed, with their letters. Rows that somebody is just confirming are left alone. */
export async function deleteUnconfirmed(trx: Queries, before: Date, limit: number): Promise<Buffer[]> {
  const { rows } = await sql<Forgotten>`
    WITH old AS (
      SELECT supporter_key, id FROM actions WHERE state = 'unconfirmed' AND expires_at <= ${before}
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    words AS (
      DELETE FROM letters l USING old WHERE l.supporter_key = old.supporter_key AND l.action_id = old.id)
    DELETE FROM actions a USING old WHERE a.supporter_key = old.supporter_key AND a.id = old.id
    RETURNING a.supporter_key`.execute(trx);
  return rows.map((row) => row.supporter_key);
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

/** Whether names of a supporter's acts are needed no more: no news wanted, nothing waiting to be delivered. */
const nothingWanted = sql<boolean>`NOT EXISTS (SELECT 1 FROM consents c WHERE c.supporter_key = s.key AND c.purpose = 'news' AND c.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = s.key AND l.state IN ${ON_ITS_WAY})`;

/** An act that may still be confirmed, by whoever typed the address: it needs its own name and the address, and nothing older. */
function pending(now: Date): RawBuilder<boolean> {
  return sql`a.state = 'unconfirmed' AND a.expires_at > ${now}`;
}

/** Locks supporters whose last act was before a moment, who want nothing more, and of whom something is left to forget. */
export async function lockIdle(trx: Queries, before: Date, now: Date, limit: number): Promise<Buffer[]> {
  const { rows } = await sql<{ key: Buffer }>`
    SELECT key FROM supporters s WHERE address_sealed IS NOT NULL AND last_act_at <= ${before} AND ${nothingWanted}
      AND (NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND ${pending(now)})
        OR EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND a.details_sealed IS NOT NULL AND NOT (${pending(now)})))
    ORDER BY last_act_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(trx);
  return rows.map(({ key }) => key);
}

/**
 * Forgets names and addresses of locked supporters. Asks again whether they want something: they may have acted between the two
 * statements' snapshots, but not since the lock. A stranger who types an address keeps nothing of its owner from being forgotten.
 */
export async function emptySupporters(trx: Queries, keys: readonly Buffer[], now: Date): Promise<number> {
  const { rows } = await sql`
    WITH idle AS (
      SELECT key, EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND ${pending(now)}) AS awaited
      FROM supporters s WHERE key = ANY(${keys}::bytea[]) AND ${nothingWanted}),
    gone AS (
      UPDATE supporters s SET address_sealed = NULL FROM idle WHERE s.key = idle.key AND NOT idle.awaited),
    names AS (
      UPDATE actions a SET details_sealed = NULL FROM idle
      WHERE a.supporter_key = idle.key AND a.details_sealed IS NOT NULL AND NOT (${pending(now)}))
    SELECT 1 FROM idle`.execute(trx);
  return rows.length;
}

export async function selectEndedCampaigns(queries: Queries, now: Date): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('id').where('closes_at', '<=', now).execute();
  return rows.map(({ id }) => id);
}

/** Who had joined campaigns that are over: only needed while somebody might join twice. @returns how many */
export async function deleteJoined(queries: Queries, campaigns: readonly string[], limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM campaign_supporters WHERE (supporter_key, campaign_id) IN (
      SELECT supporter_key, campaign_id FROM campaign_supporters WHERE campaign_id = ANY(${campaigns}::uuid[])
      LIMIT ${limit} FOR UPDATE SKIP LOCKED)`.execute(queries);
  return Number(numAffectedRows ?? 0);
}

/**
 * Acts of campaigns that are over, once no letter of theirs is on its way or can still be read by its writer; those stay by which
 * somebody asked for news.
 */
export async function deleteEndedActs(trx: Queries, campaigns: readonly string[], limit: number): Promise<Buffer[]> {
  const { rows } = await sql<Forgotten>`
    WITH over AS (
      SELECT supporter_key, id FROM actions a WHERE campaign_id = ANY(${campaigns}::uuid[]) AND state <> 'unconfirmed'
        AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = a.supporter_key AND l.action_id = a.id
          AND (l.text_sealed IS NOT NULL OR l.state IN ${ON_ITS_WAY}))
        AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.supporter_key = a.supporter_key AND c.action_id = a.id
          AND c.purpose = 'news' AND c.withdrawn_at IS NULL)
      LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    looks AS (
      DELETE FROM reviews r USING letters l, over
      WHERE l.supporter_key = over.supporter_key AND l.action_id = over.id AND r.supporter_key = l.supporter_key AND r.letter_id = l.id),
    words AS (
      DELETE FROM letters l USING over WHERE l.supporter_key = over.supporter_key AND l.action_id = over.id),
    agreed AS (
      DELETE FROM consents c USING over WHERE c.supporter_key = over.supporter_key AND c.action_id = over.id)
    DELETE FROM actions a USING over WHERE a.supporter_key = over.supporter_key AND a.id = over.id
    RETURNING a.supporter_key`.execute(trx);
  return rows.map((row) => row.supporter_key);
}

/**
 * Deletes supporters of whom no act is left. They are locked first, and looked at by a statement of its own: an act that is being
 * accepted holds the same lock, so it is either seen here or finds its supporter gone and makes it anew.
 */
export async function deleteWithoutActs(trx: Queries, keys: readonly Buffer[]): Promise<number> {
  const { rows } = await sql<{ key: Buffer }>`
    SELECT key FROM supporters WHERE key = ANY(${keys}::bytea[]) ORDER BY key FOR UPDATE SKIP LOCKED`.execute(trx);
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`
    DELETE FROM supporters s WHERE key = ANY(${rows.map(({ key }) => key)}::bytea[])
      AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key)
      AND NOT EXISTS (SELECT 1 FROM campaign_supporters j WHERE j.supporter_key = s.key)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
