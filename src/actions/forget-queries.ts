import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { EndedAction, HangsOnActions } from './hangs-on-actions.ts';

interface Forgotten {
  readonly supporter_key: Buffer;
  readonly id: string;
}

function gone(rows: readonly Forgotten[]): EndedAction[] {
  return rows.map(({ supporter_key, id }) => ({ supporterKey: supporter_key, id }));
}

/** Actions that nobody confirmed. Rows that somebody is just confirming are left alone. */
export async function deleteUnconfirmed(trx: Queries, before: Date, limit: number): Promise<EndedAction[]> {
  const { rows } = await sql<Forgotten>`
    WITH old AS (
      SELECT supporter_key, id FROM actions WHERE state = 'unconfirmed' AND expires_at <= ${before}
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM actions a USING old WHERE a.supporter_key = old.supporter_key AND a.id = old.id
    RETURNING a.supporter_key, a.id`.execute(trx);
  return gone(rows);
}

/** What other rooms still need of people: whether one of them needs a supporter, or an action. */
export type Needs = Pick<HangsOnActions, 'needsSupporter' | 'needsAction'>;

/** Whether names of a supporter's actions are needed no more: no news wanted, nothing waiting to be delivered. */
function nothingWanted(needs: readonly Needs[]): RawBuilder<boolean> {
  const needed = needs.flatMap(({ needsSupporter }) => needsSupporter?.(sql`s.key`) ?? []);
  return sql`NOT EXISTS (SELECT 1 FROM consents c WHERE c.supporter_key = s.key AND c.purpose = 'news' AND c.withdrawn_at IS NULL)
    AND NOT ${anyOf(needed)}`;
}

function anyOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` OR `)})`;
}

/** An action that may still be confirmed, by whoever typed the address: it needs its own name and the address, and nothing older. */
function pending(now: Date): RawBuilder<boolean> {
  return sql`a.state = 'unconfirmed' AND a.expires_at > ${now}`;
}

/** Locks supporters whose last action was before a moment, who want nothing more, and of whom something is left to forget. */
export async function lockIdle(
  trx: Queries,
  needs: readonly Needs[],
  { before, now, limit }: { before: Date; now: Date; limit: number },
): Promise<Buffer[]> {
  const { rows } = await sql<{ key: Buffer }>`
    SELECT key FROM supporters s WHERE address_sealed IS NOT NULL AND last_act_at <= ${before} AND ${nothingWanted(needs)}
      AND (NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND ${pending(now)})
        OR EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND a.details_sealed IS NOT NULL AND NOT (${pending(now)})))
    ORDER BY last_act_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(trx);
  return rows.map(({ key }) => key);
}

/**
 * Forgets names and addresses of locked supporters. Asks again whether they want something: they may have acted between the two
 * statements' snapshots, but not since the lock. A stranger who types an address keeps nothing of its owner from being forgotten.
 */
export async function emptySupporters(
  trx: Queries,
  needs: readonly Needs[],
  keys: readonly Buffer[],
  now: Date,
): Promise<number> {
  const { rows } = await sql`
    WITH idle AS (
      SELECT key, EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key AND ${pending(now)}) AS awaited
      FROM supporters s WHERE key = ANY(${keys}::bytea[]) AND ${nothingWanted(needs)}),
    gone AS (
      UPDATE supporters s SET address_sealed = NULL FROM idle WHERE s.key = idle.key AND NOT idle.awaited),
    names AS (
      UPDATE actions a SET details_sealed = NULL FROM idle
      WHERE a.supporter_key = idle.key AND a.details_sealed IS NOT NULL AND NOT (${pending(now)}))
    SELECT 1 FROM idle`.execute(trx);
  return rows.length;
}

/** Who had joined campaigns that are over: only needed while somebody might join twice. @returns how many */
export async function deleteJoined(queries: Queries, campaigns: readonly string[], limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM campaign_supporters WHERE (supporter_key, campaign_id) IN (
      SELECT supporter_key, campaign_id FROM campaign_supporters WHERE campaign_id = ANY(${campaigns}::uuid[])
      LIMIT ${limit} FOR UPDATE SKIP LOCKED)`.execute(queries);
  return Number(numAffectedRows ?? 0);
}

/** Locks actions of campaigns that are over, once no room needs them; those stay by which somebody asked for news. */
export async function lockEndedActions(
  trx: Queries,
  needs: readonly Needs[],
  campaigns: readonly string[],
  limit: number,
): Promise<EndedAction[]> {
  const needed = needs.flatMap(({ needsAction }) => needsAction?.(sql`a.supporter_key`, sql`a.id`) ?? []);
  const { rows } = await sql<Forgotten>`
    SELECT supporter_key, id FROM actions a WHERE campaign_id = ANY(${campaigns}::uuid[]) AND state <> 'unconfirmed'
      AND NOT ${anyOf(needed)}
      AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.supporter_key = a.supporter_key AND c.action_id = a.id
        AND c.purpose = 'news' AND c.withdrawn_at IS NULL)
    LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(trx);
  return gone(rows);
}

export async function deleteLocked(trx: Queries, actions: readonly EndedAction[]): Promise<void> {
  const [keys, ids] = [actions.map(({ supporterKey }) => supporterKey), actions.map(({ id }) => id)];
  await sql`
    DELETE FROM actions a USING unnest(${keys}::bytea[], ${ids}::uuid[]) AS g (supporter_key, id)
    WHERE a.supporter_key = g.supporter_key AND a.id = g.id`.execute(trx);
}

/**
 * Deletes supporters of whom no action is left. They are locked first, and looked at by a statement of its own: an action that is being
 * accepted holds the same lock, so it is either seen here or finds its supporter gone and makes it anew.
 */
export async function deleteWithoutActions(trx: Queries, keys: readonly Buffer[]): Promise<number> {
  const { rows } = await sql<{ key: Buffer }>`
    SELECT key FROM supporters WHERE key = ANY(${keys}::bytea[]) ORDER BY key FOR UPDATE SKIP LOCKED`.execute(trx);
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`
    DELETE FROM supporters s WHERE key = ANY(${rows.map(({ key }) => key)}::bytea[])
      AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = s.key)
      AND NOT EXISTS (SELECT 1 FROM campaign_supporters j WHERE j.supporter_key = s.key)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
