import { sql } from 'kysely';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import { sharedStatement } from '../database/shared-statements.ts';

/** Why no letter goes to a mailbox until somebody has looked. The CHECK constraint of `mailboxes` has the same words. */
export const pauseReasons = ['unknown-mailbox', 'bounced', 'complaint', 'asked-by-addressee', 'staff'] as const;
/** Those that follow from a mail; the others are somebody's word. */
export type PauseReason = Exclude<(typeof pauseReasons)[number], 'asked-by-addressee' | 'staff'>;

/** A mailbox or a receiving domain to which no letter goes until somebody has looked. */
export interface Pause {
  /** An address, or a domain. */
  readonly what: string;
  readonly since: Date;
  readonly because: string;
}

const running = { paused_at: null, paused_because: null };

export async function pauseDomainNow(queries: Queries, domain: string, because: string, now: Date): Promise<void> {
  await queries
    .updateTable('receiving_domains')
    .set({ paused_at: now, paused_because: because })
    .where('domain', '=', domain)
    .execute();
}

/** One that is paused already, for instance because its office asked, stays as it is. */
export async function pauseMailboxOf(
  queries: Queries,
  channelId: string,
  because: PauseReason,
  now: Date,
): Promise<void> {
  await queries
    .updateTable('mailboxes')
    .set({ paused_at: now, paused_because: because })
    .where('address', '=', mailboxOf(queries, channelId))
    .where('paused_at', 'is', null)
    .execute();
}

/** What is paused; a mailbox at which nobody is reached any more needs nobody's look. */
export const fromPaused = sql`FROM (SELECT domain AS id, 'domain' AS kind, paused_at AS since, coalesce(paused_because, '') AS because
    FROM receiving_domains WHERE paused_at IS NOT NULL
  UNION ALL SELECT address, 'mailbox', paused_at, coalesce(paused_because, '') FROM mailboxes m WHERE paused_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM channels c WHERE c.mailbox = m.address AND c.ended_at IS NULL)) AS p`;

/** Everything that is paused, the longest paused first. */
export async function selectPauses(queries: Queries): Promise<Pause[]> {
  const { rows } = await sql<Pause>`SELECT id AS what, since, because ${fromPaused} ORDER BY since`.execute(queries);
  return rows;
}

/** How many these are. */
export function countPauses(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT since AS at ${fromPaused}`);
}

/** @returns whether a mailbox or a domain of that name was paused */
export async function endPause(queries: Queries, name: string): Promise<boolean> {
  const domain = await queries
    .updateTable('receiving_domains')
    .set(running)
    .where('domain', '=', name)
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
  const mailbox = await queries
    .updateTable('mailboxes')
    .set({ ...running, refusals: 0 })
    .where('address', '=', name)
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
  return domain.numUpdatedRows + mailbox.numUpdatedRows > 0n;
}

/** It works: written down once a minute at most, because the day is all that is asked of it. */
export async function setHandedOver(queries: Queries, channelId: string, now: Date): Promise<void> {
  await handedOverTogether(queries, { channelId, now });
}

const handedOverTogether = sharedStatement<{ channelId: string; now: Date }, never>({
  key: ({ channelId }) => channelId,
  run: async (queries, letters) => {
    const [ids, moments] = [letters.map(({ channelId }) => channelId), letters.map(({ now }) => now)];
    await sql`
      WITH reported AS (
        SELECT c.mailbox, max(t.at) AS at FROM unnest(${ids}::uuid[], ${moments}::timestamptz[]) AS t (channel, at)
        JOIN channels c ON c.id = t.channel GROUP BY c.mailbox),
      -- In one order, so that two processes never wait for each other.
      stale AS (
        SELECT m.address, reported.at FROM mailboxes m JOIN reported ON reported.mailbox = m.address
        WHERE m.refusals > 0 OR m.last_handed_over_at IS NULL OR m.last_handed_over_at < reported.at - interval '1 minute'
        ORDER BY m.address FOR UPDATE OF m)
      UPDATE mailboxes m SET last_handed_over_at = stale.at, refusals = 0 FROM stale WHERE m.address = stale.address`.execute(
      queries,
    );
    return new Map<string, never>();
  },
});

export async function countRefusal(queries: Queries, channelId: string): Promise<void> {
  await queries
    .updateTable('mailboxes')
    .set((row) => ({ refusals: row('refusals', '+', 1) }))
    .where('address', '=', mailboxOf(queries, channelId))
    .execute();
}

/** After a clock was set: domains whose next turn lies further ahead than their pace sets it have it now. */
export async function pullBackDomains(queries: Queries): Promise<void> {
  // Several letters move it on together, and several processes at once.
  await sql`UPDATE receiving_domains SET next_at = now()
    WHERE next_at > now() + interval '24 hours' / hourly_budget`.execute(queries);
}

function mailboxOf(queries: Queries, channelId: string) {
  return queries.selectFrom('channels').select('mailbox').where('id', '=', channelId);
}
