import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';

/** What an addressee may ask of us. The CHECK constraint of `addressee_requests` has the same words. */
export const requestKinds = ['pause', 'digest', 'each', 'correct-address', 'report-forgery'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ['asked', 'done', 'refused'] as const;

/** How an addressee is written to: a mail for each letter, or one a day. */
export const deliveries = ['each', 'digest'] as const;

export interface AddresseeRequest {
  readonly id: string;
  readonly channel_id: string;
  readonly kind: RequestKind;
  readonly detail: string | null;
  readonly state: (typeof requestStates)[number];
  readonly asked_at: Date;
}

export interface AddresseeChannel {
  readonly id: string;
  readonly value: string;
  readonly delivery: (typeof deliveries)[number];
  readonly paused_because: string | null;
  /** Made up, in a demonstration. */
  readonly example: boolean;
}

export async function selectChannel(queries: Queries, id: string): Promise<AddresseeChannel | undefined> {
  const channel = queries
    .selectFrom('channels')
    .innerJoin('mailboxes', 'address', 'mailbox')
    .select(['id', 'value', 'delivery', 'paused_because', 'example'])
    .where('id', '=', id);
  return (await channel.executeTakeFirst()) as AddresseeChannel | undefined;
}

export async function insertRequest(
  queries: Queries,
  request: { channelId: string; kind: RequestKind; detail: string | null; tried: boolean },
): Promise<string> {
  const { channelId, kind, detail, tried } = request;
  const row = await queries
    .insertInto('addressee_requests')
    .values({ channel_id: channelId, kind, detail, tried })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Requests of one mailbox in the last day: a stranger who holds a letter could else fill it with questions. What lies ahead was asked
 * while a clock was wrong.
 */
export async function countRecentRequests(queries: Queries, channelId: string, since: Date): Promise<number> {
  const mailbox = queries.selectFrom('channels').select('mailbox').where('id', '=', channelId);
  const rows = queries
    .selectFrom('addressee_requests')
    .innerJoin('channels', 'channels.id', 'channel_id')
    .select('addressee_requests.id')
    .where('mailbox', '=', mailbox)
    .where('asked_at', '>', since)
    .where('asked_at', '<=', sql<Date>`now() + interval '1 minute'`);
  return (await rows.limit(10).execute()).length;
}

export async function selectRequest(queries: Queries, id: string): Promise<AddresseeRequest | undefined> {
  const row = queries
    .selectFrom('addressee_requests')
    .select(['id', 'channel_id', 'kind', 'detail', 'state', 'asked_at'])
    .where('id', '=', id);
  return (await row.executeTakeFirst()) as AddresseeRequest | undefined;
}

/** How many of them wait for a person. */
export function countOpenRequests(queries: Queries): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT asked_at AS at FROM addressee_requests WHERE state = 'asked' AND kind IN ('correct-address', 'report-forgery')`,
  );
}

export async function settleRequest(
  queries: Queries,
  id: string,
  state: 'done' | 'refused',
  by: ActorId,
  now: Date,
): Promise<boolean> {
  const row = queries
    .updateTable('addressee_requests')
    .set({ state, decided_by: by, decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'asked');
  return (await row.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Sets how the mailbox of a channel is written to, for everybody who is reached there. */
export async function setMailbox(
  queries: Queries,
  channelId: string,
  change: { delivery?: 'each' | 'digest'; paused_at: Date | null; paused_because: 'asked-by-addressee' | null },
): Promise<void> {
  const mailbox = queries.selectFrom('channels').select('mailbox').where('id', '=', channelId);
  await queries.updateTable('mailboxes').set(change).where('address', '=', mailbox).execute();
}

/** @returns false where the same representative has that address already */
export async function correctAddress(queries: Queries, channelId: string, address: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`UPDATE channels c SET value = ${address} WHERE c.id = ${channelId} AND NOT c.example
    AND NOT EXISTS (SELECT 1 FROM channels o WHERE o.representative_id = c.representative_id AND o.id <> c.id
      AND o.mailbox = lower(${address} COLLATE "C"))`.execute(queries);
  return numAffectedRows === 1n;
}

/** Offices of states; those that are known stay as they are. */
export async function insertAddressees(
  queries: Queries,
  rows: readonly { state: string; office: string; source_key: string; external_id: string }[],
): Promise<void> {
  await queries
    .insertInto('representatives')
    .values(rows)
    .onConflict((known) => known.columns(['state', 'source_key', 'external_id']).doNothing())
    .execute();
}

/** Requests that were decided, or, where nobody did, made before a moment. */
export async function deleteRequestsBefore(queries: Queries, before: Date): Promise<void> {
  await sql`DELETE FROM addressee_requests WHERE coalesce(decided_at, asked_at) <= ${before}`.execute(queries);
}
