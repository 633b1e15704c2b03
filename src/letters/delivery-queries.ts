import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import { sharedStatement } from '../database/shared-statements.ts';
import { type SaidHere, whoSaid } from '../mail/said-here.ts';
import { MOST_IN_ONE_LANE } from '../work/lanes.ts';

/** A letter that this process may hand over now. */
export interface ClaimedLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly representative_id: string;
  readonly channel_id: string;
  readonly text_sealed: Buffer;
  readonly attempts: number;
  readonly address: string;
  readonly claim: string;
}

/** Each column of a claimed letter; `l` is the letter, `there` its channel. */
export const CLAIMED = sql`l.supporter_key, l.id, l.action_id, l.campaign_id, l.representative_id, l.channel_id, l.text_sealed,
  l.attempts, there.value AS address, l.claim`;

/**
 * Claims at most one letter for each mailbox whose turn it is: its office within its budget, its domain within its own, neither paused.
 * The next turn of both is set at once, half to one and a half times the even pace, so that letters come like letters and not like a
 * machine.
 * @param busy letters to each domain that this process has in hand; a domain that has its share gets no more
 */
export async function claimLetters(
  queries: Queries,
  claim: string,
  limit: number,
  busy: readonly { lane: string; inHand: number }[] = [],
): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedLetter>`
    WITH busy AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(busy)}::json) AS b (lane text, "inHand" int)),
    ready AS (
      SELECT q.mailbox, q.next_at, m.domain, m.hourly_budget FROM delivery_queues q
      JOIN mailboxes m ON m.address = q.mailbox JOIN receiving_domains d ON d.domain = m.domain
      WHERE q.next_at <= now() AND d.next_at <= now() AND d.paused_at IS NULL AND m.paused_at IS NULL AND m.delivery = 'each'
        AND NOT EXISTS (SELECT 1 FROM busy WHERE busy.lane = m.domain AND busy."inHand" >= ${MOST_IN_ONE_LANE}::int)
      ORDER BY q.next_at LIMIT ${limit} FOR UPDATE OF q SKIP LOCKED),
    -- The letter that waits longest at each channel of a mailbox.
    heads AS (
      SELECT ready.mailbox, l.due_at FROM ready JOIN channels c ON c.mailbox = ready.mailbox AND c.ended_at IS NULL CROSS JOIN LATERAL (
        SELECT due_at FROM letters WHERE channel_id = c.id AND state = 'waiting' ORDER BY due_at LIMIT 1) l),
    within AS (
      SELECT r.* FROM (SELECT ready.*, row_number() OVER (PARTITION BY domain ORDER BY next_at) AS place FROM ready) r
      LEFT JOIN busy ON busy.lane = r.domain WHERE r.place <= ${MOST_IN_ONE_LANE}::int - coalesce(busy."inHand", 0)),
    next AS (
      SELECT within.mailbox, within.domain, within.hourly_budget, l.* FROM within CROSS JOIN LATERAL (
        SELECT head.supporter_key, head.id, c.id AS channel_id, c.value FROM channels c CROSS JOIN LATERAL (
          SELECT supporter_key, id, due_at FROM letters WHERE channel_id = c.id AND state = 'waiting' AND due_at <= now()
          ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) head
        WHERE c.mailbox = within.mailbox AND c.ended_at IS NULL ORDER BY head.due_at LIMIT 1) l),
    -- A mailbox whose next letter is due later comes back then; one without any with the next confirmation (or the
    -- sweep, see recoverDeliveries).
    later AS (
      UPDATE delivery_queues q SET next_at = due.at FROM (SELECT mailbox, min(due_at) AS at FROM heads GROUP BY mailbox) due
      WHERE q.mailbox = due.mailbox AND due.at > now()),
    gone AS (
      DELETE FROM delivery_queues q USING ready WHERE q.mailbox = ready.mailbox
        AND NOT EXISTS (SELECT 1 FROM heads WHERE heads.mailbox = ready.mailbox)
        AND NOT EXISTS (SELECT 1 FROM letters l JOIN channels c ON c.id = l.channel_id
          WHERE c.mailbox = ready.mailbox AND l.state IN ('claimed', 'handing-over'))),
    paced AS (
      UPDATE delivery_queues q SET next_at = now() + interval '1 hour' / next.hourly_budget * (0.5 + random())
      FROM next WHERE q.mailbox = next.mailbox),
    domains AS (
      UPDATE receiving_domains d
        SET next_at = greatest(d.next_at, now()) + interval '1 hour' / d.hourly_budget * n.letters * (0.5 + random())
      FROM (SELECT domain, count(*) AS letters FROM next GROUP BY domain ORDER BY domain) n WHERE d.domain = n.domain)
    UPDATE letters l SET state = 'claimed', claim = ${claim}::uuid, claimed_at = now(), attempts = l.attempts + 1
    FROM next JOIN channels there ON there.id = next.channel_id WHERE l.supporter_key = next.supporter_key AND l.id = next.id
    RETURNING ${CLAIMED}`.execute(queries);
  return rows;
}

type ClaimHandle = Pick<ClaimedLetter, 'supporter_key' | 'id' | 'claim'>;

interface Beginning extends ClaimHandle {
  readonly bounceId: Buffer;
}

const ofTheirSupporter = ({ supporter_key }: Pick<ClaimHandle, 'supporter_key'>) => supporter_key.toString('latin1');

const beginTogether = sharedStatement<Beginning, true>({
  key: ofTheirSupporter,
  run: async (queries, letters) => {
    const { keys, ids, claims } = handles(letters);
    const { rows } = await sql<{ supporter_key: Buffer }>`
      UPDATE letters l SET state = 'handing-over', bounce_id = h.bounce_id, claimed_at = now()
      FROM unnest(${keys}::bytea[], ${ids}::uuid[], ${claims}::uuid[], ${letters.map(({ bounceId }) => bounceId)}::bytea[])
        AS h (supporter_key, id, claim, bounce_id)
      WHERE l.supporter_key = h.supporter_key AND l.id = h.id AND l.claim = h.claim AND l.state = 'claimed'
      RETURNING l.supporter_key`.execute(queries);
    return new Map(rows.map((row) => [ofTheirSupporter(row), true]));
  },
});

/** Says, durably and before a byte of the body leaves, that this letter may arrive. @returns false where it is no longer ours to send */
export async function beginHandOver(queries: Queries, letter: ClaimHandle, bounceId: Buffer): Promise<boolean> {
  const { supporter_key, id, claim } = letter;
  return (await beginTogether(queries, { supporter_key, id, claim, bounceId })) ?? false;
}

/** Several letters by their claims, column by column. */
function handles(letters: readonly ClaimHandle[]) {
  return {
    keys: letters.map(({ supporter_key }) => supporter_key),
    ids: letters.map(({ id }) => id),
    claims: letters.map(({ claim }) => claim),
  };
}

/**
 * Where a claim's holder may still say what became of its letter: a lease that ran out makes it unknown, until its holder turns out to
 * live.
 */
const IN_HAND = sql`('claimed', 'handing-over', 'unknown')`;

/**
 * Writes down how a letter ended. One that came back in the meantime stays so.
 * @returns its state; undefined where the claim is void: it was taken back or erased, or another process has it
 */
export async function recordEnd(
  queries: Queries,
  letter: ClaimHandle,
  state: 'handed-over' | 'refused' | 'unknown',
  reply: string,
  now: Date,
): Promise<string | undefined> {
  const said = whoSaid(reply);
  const { rows } = await sql<{ state: string }>`
    UPDATE letters SET claim = NULL, due_at = NULL, handed_over_at = ${state === 'handed-over' ? now : null},
      state = CASE state WHEN 'bounced' THEN state ELSE ${state}::text END, reply = CASE state WHEN 'bounced' THEN reply
        ELSE ${said.reply}::text END, said_here = CASE state WHEN 'bounced' THEN said_here ELSE ${said.here}::text END
    WHERE supporter_key = ${letter.supporter_key} AND id = ${letter.id} AND claim = ${letter.claim}::uuid
      AND (state IN ${IN_HAND} OR state = 'bounced')
    RETURNING state`.execute(queries);
  return rows[0]?.state;
}

interface Accepted extends ClaimHandle {
  readonly reply: string;
  readonly at: Date;
}

/** As `recordEnd`, for letters that were handed over, several at once. */
export const recordHandedOver = sharedStatement<Accepted, string>({
  key: ofTheirSupporter,
  run: async (queries, letters) => {
    const { keys, ids, claims } = handles(letters);
    const said = letters.map(({ reply }) => whoSaid(reply));
    const [replies, here] = [said.map((one) => one.reply), said.map((one) => one.here)];
    const moments = letters.map(({ at }) => at);
    const { rows } = await sql<{ supporter_key: Buffer; state: string }>`
      UPDATE letters l SET claim = NULL, due_at = NULL, handed_over_at = h.at,
        state = CASE l.state WHEN 'bounced' THEN l.state ELSE 'handed-over' END,
        reply = CASE l.state WHEN 'bounced' THEN l.reply ELSE h.reply END,
        said_here = CASE l.state WHEN 'bounced' THEN l.said_here ELSE h.here END
      FROM unnest(${keys}::bytea[], ${ids}::uuid[], ${claims}::uuid[], ${replies}::text[], ${here}::text[],
        ${moments}::timestamptz[]) AS h (supporter_key, id, claim, reply, here, at)
      WHERE l.supporter_key = h.supporter_key AND l.id = h.id AND l.claim = h.claim AND (l.state IN ${IN_HAND} OR l.state = 'bounced')
      RETURNING l.supporter_key, l.state`.execute(queries);
    return new Map(rows.map((row) => [ofTheirSupporter(row), row.state]));
  },
});

/**
 * Puts a letter back that still has its words, to be tried again later; one whose action was taken back in the meantime ends (migration
 * 013).
 * @param counts whether the try was the receiver's no
 */
export async function putBack(
  queries: Queries,
  letter: ClaimHandle,
  reply: string | null,
  dueAt: Date,
  counts: boolean,
): Promise<void> {
  const said = reply === null ? undefined : whoSaid(reply);
  const what = said ? sql`, reply = ${said.reply}, said_here = ${said.here}` : sql``;
  await sql`UPDATE letters SET state = 'waiting', claim = NULL, due_at = ${dueAt}${what},
    attempts = attempts - ${counts ? 0 : 1}::int
    WHERE supporter_key = ${letter.supporter_key} AND id = ${letter.id} AND claim = ${letter.claim}::uuid AND state IN ${IN_HAND}
      AND text_sealed IS NOT NULL`.execute(queries);
}

/** As `putBack`, but only what has not begun to leave. */
export async function putBackClaimed(
  queries: Queries,
  letter: ClaimHandle,
  dueAt: Date,
  { counts = true } = {},
): Promise<void> {
  await sql`UPDATE letters SET state = 'waiting', claim = NULL, due_at = ${dueAt}, attempts = attempts - ${counts ? 0 : 1}::int
    WHERE supporter_key = ${letter.supporter_key} AND id = ${letter.id} AND claim = ${letter.claim}::uuid AND state = 'claimed'`.execute(
    queries,
  );
}

/** Ends, for a reason of ours, what has not begun to leave. */
export async function endClaimed(queries: Queries, letter: ClaimHandle, here: SaidHere): Promise<void> {
  await sql`UPDATE letters SET state = 'refused', claim = NULL, due_at = NULL, reply = NULL, said_here = ${here}
    WHERE supporter_key = ${letter.supporter_key} AND id = ${letter.id} AND claim = ${letter.claim}::uuid AND state = 'claimed'`.execute(
    queries,
  );
}

/**
 * After a crash: what was claimed and not begun goes back; what was being handed over is unknown. Only claims older than the lease
 * are touched, because a younger one may be another living process's; none waits for a row that somebody has locked.
 */
export async function recoverClaims(
  queries: Queries,
  leaseMinutes: number,
): Promise<{ returned: number; unknown: number }> {
  const recover = async (from: string, to: RawBuilder<unknown>) => {
    const { numAffectedRows } = await sql`
      WITH old AS (
        SELECT supporter_key, id FROM letters WHERE state = ${from} AND claimed_at < now() - make_interval(mins => ${leaseMinutes}::int)
        FOR UPDATE SKIP LOCKED)
      UPDATE letters l SET ${to} FROM old WHERE l.supporter_key = old.supporter_key AND l.id = old.id`.execute(queries);
    return Number(numAffectedRows ?? 0);
  };
  return {
    returned: await recover('claimed', sql`state = 'waiting', claim = NULL`),
    unknown: await recover('handing-over', sql`state = 'unknown', due_at = NULL`),
  };
}

/**
 * Every channel with letters waiting has a queue at its mailbox: mends what a race between a confirmation and the loop may have left
 * out.
 */
export async function waitingChannels(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ channel_id: string }>`
    WITH RECURSIVE each AS (
      (SELECT channel_id FROM letters WHERE state = 'waiting' ORDER BY channel_id LIMIT 1)
      UNION ALL
      SELECT (SELECT l.channel_id FROM letters l WHERE l.state = 'waiting' AND l.channel_id > each.channel_id ORDER BY l.channel_id LIMIT 1)
      FROM each WHERE each.channel_id IS NOT NULL)
    SELECT channel_id FROM each WHERE channel_id IS NOT NULL`.execute(queries);
  return rows.map(({ channel_id }) => channel_id);
}
