import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** A letter that this process may hand over now. */
export interface ClaimedLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer;
  readonly attempts: number;
  readonly address: string;
  readonly claim: string;
}

/**
 * Claims at most one letter for each address whose turn it is: its office within its budget, its domain within its own, neither paused.
 * The next turn of both is set at once, half to one and a half times the even pace, so that letters come like letters and not like a machine.
 */
export async function claimLetters(queries: Queries, claim: string, limit: number): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    WITH ready AS (
      SELECT q.channel_id, q.domain, c.hourly_budget, c.value FROM delivery_queues q
      JOIN channels c ON c.id = q.channel_id JOIN receiving_domains d ON d.domain = q.domain
      WHERE q.next_at <= now() AND d.next_at <= now() AND d.paused_at IS NULL
        AND c.paused_at IS NULL AND c.ended_at IS NULL AND c.delivery = 'each'
      ORDER BY q.next_at LIMIT ${limit} FOR UPDATE OF q SKIP LOCKED),
    next AS (
      SELECT ready.*, l.supporter_key, l.id FROM ready CROSS JOIN LATERAL (
        SELECT supporter_key, id FROM letters WHERE channel_id = ready.channel_id AND state = 'waiting' AND due_at <= now()
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) l),
    -- An address whose next letter is due later comes back then; one without any with the next confirmation (or the sweep, see recoverDeliveries).
    later AS (
      UPDATE delivery_queues q SET next_at = due.at
      FROM ready, LATERAL (SELECT min(due_at) AS at FROM letters WHERE channel_id = ready.channel_id AND state = 'waiting') due
      WHERE q.channel_id = ready.channel_id AND due.at > now()),
    gone AS (
      DELETE FROM delivery_queues q USING ready WHERE q.channel_id = ready.channel_id
        AND NOT EXISTS (SELECT 1 FROM letters WHERE channel_id = ready.channel_id AND state IN ('waiting', 'claimed', 'handing-over'))),
    paced AS (
      UPDATE delivery_queues q SET next_at = now() + interval '1 hour' / next.hourly_budget * (0.5 + random())
      FROM next WHERE q.channel_id = next.channel_id),
    domains AS (
      UPDATE receiving_domains d SET next_at = greatest(d.next_at, now()) + interval '1 hour' / d.hourly_budget * n.letters * (0.5 + random())
      FROM (SELECT domain, count(*) AS letters FROM next GROUP BY domain ORDER BY domain) n WHERE d.domain = n.domain)
    UPDATE letters l SET state = 'claimed', claim = ${claim}::uuid, claimed_at = now(), attempts = l.attempts + 1
    FROM next WHERE l.supporter_key = next.supporter_key AND l.id = next.id
    RETURNING l.supporter_key, l.id, l.action_id, l.campaign_id, l.channel_id, l.text_sealed, l.attempts, next.value AS address, l.claim`.execute(
    queries,
  );
  return rows;
}

type Held = Pick<ClaimedLetter, 'supporter_key' | 'id' | 'claim'>;

/** Says, durably and before a byte of the body leaves, that this letter may arrive. @returns false where it is no longer ours to send */
export async function beginHandOver(queries: Queries, letter: Held, bounceId: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('letters')
    .set({ state: 'handing-over', bounce_id: bounceId })
    .where('supporter_key', '=', letter.supporter_key)
    .where('id', '=', letter.id)
    .where('claim', '=', letter.claim)
    .where('state', '=', 'claimed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function recordEnd(
  queries: Queries,
  letter: Held,
  state: 'handed-over' | 'refused' | 'unknown',
  reply: string,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('letters')
    .set({ state, reply, claim: null, ...(state === 'handed-over' ? { handed_over_at: now } : {}) })
    .where('supporter_key', '=', letter.supporter_key)
    .where('id', '=', letter.id)
    .where('claim', '=', letter.claim)
    .execute();
}

/** Puts a letter back, to be tried again later. @param counts whether the try was the receiver's no */
export async function putBack(
  queries: Queries,
  letter: Held,
  reply: string,
  dueAt: Date,
  counts: boolean,
): Promise<void> {
  await sql`UPDATE letters SET state = 'waiting', claim = NULL, reply = ${reply}, due_at = ${dueAt}, attempts = attempts - ${counts ? 0 : 1}::int
    WHERE supporter_key = ${letter.supporter_key} AND id = ${letter.id} AND claim = ${letter.claim}::uuid`.execute(
    queries,
  );
}

/**
 * After a crash: what was claimed and not begun goes back; what was being handed over is unknown for ever. Only claims older than the lease
 * are touched, because a younger one may be another living process's.
 */
export async function recoverClaims(
  queries: Queries,
  leaseMinutes: number,
): Promise<{ returned: number; unknown: number }> {
  const old = sql`claimed_at < now() - make_interval(mins => ${leaseMinutes}::int)`;
  const returned =
    await sql`UPDATE letters SET state = 'waiting', claim = NULL WHERE state = 'claimed' AND ${old}`.execute(queries);
  const unknown =
    await sql`UPDATE letters SET state = 'unknown', claim = NULL WHERE state = 'handing-over' AND ${old}`.execute(
      queries,
    );
  return { returned: Number(returned.numAffectedRows ?? 0), unknown: Number(unknown.numAffectedRows ?? 0) };
}

/** Every address with letters waiting has a queue: mends what a race between a confirmation and the loop may have left out. */
export async function waitingChannels(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ channel_id: string }>`
    WITH RECURSIVE each AS (
      (SELECT channel_id FROM letters WHERE state = 'waiting' AND channel_id IS NOT NULL ORDER BY channel_id LIMIT 1)
      UNION ALL
      SELECT (SELECT l.channel_id FROM letters l WHERE l.state = 'waiting' AND l.channel_id > each.channel_id ORDER BY l.channel_id LIMIT 1)
      FROM each WHERE each.channel_id IS NOT NULL)
    SELECT channel_id FROM each WHERE channel_id IS NOT NULL`.execute(queries);
  return rows.map(({ channel_id }) => channel_id);
}
