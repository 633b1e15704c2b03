import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

export const changeKinds = ['recovery', 'address'] as const;
/** What of an account changes after a delay. */
export type ChangeKind = (typeof changeKinds)[number];

export interface ChangeRow {
  readonly actor_id: ActorId;
  readonly kind: ChangeKind;
  readonly due_at: Date;
  readonly mailbox: Buffer | null;
  readonly address_sealed: Buffer | null;
  /** When whoever has the new address said so. */
  readonly confirmed_at: Date | null;
}

interface NewChange extends Omit<ChangeRow, 'due_at' | 'confirmed_at'> {
  readonly hours: number;
}

const columns = ['actor_id', 'kind', 'due_at', 'mailbox', 'address_sealed', 'confirmed_at'] as const;

/** In the place of one of the same kind: what was asked last counts, from now on. */
export async function putChange(trx: Queries, { hours, ...change }: NewChange): Promise<void> {
  await deleteChange(trx, change.actor_id, change.kind);
  const due_at = sql<Date>`now() + make_interval(hours => ${hours}::int)`;
  await trx
    .insertInto('account_changes')
    .values({ ...change, due_at })
    .execute();
}

export async function selectChanges(queries: Queries, actor: ActorId): Promise<ChangeRow[]> {
  const rows = queries.selectFrom('account_changes').select(columns).where('actor_id', '=', actor);
  return (await rows.orderBy('kind').execute()) as ChangeRow[];
}

/** Only one link at a time stops it. @returns false where there is nothing to stop any more */
export async function setStopHash(
  queries: Queries,
  actor: ActorId,
  kind: ChangeKind,
  stop_hash: Buffer,
): Promise<boolean> {
  const change = queries.updateTable('account_changes').set({ stop_hash }).where('actor_id', '=', actor);
  return Number((await change.where('kind', '=', kind).executeTakeFirst()).numUpdatedRows) === 1;
}

export async function selectStoppable(queries: Queries, stop_hash: Buffer): Promise<ChangeRow | undefined> {
  const row = queries.selectFrom('account_changes').select(columns).where('stop_hash', '=', stop_hash);
  return (await row.executeTakeFirst()) as ChangeRow | undefined;
}

/** Only one link at a time confirms it. @returns false where there is nothing to confirm any more */
export async function setConfirmHash(queries: Queries, actor: ActorId, confirm_hash: Buffer): Promise<boolean> {
  const change = queries.updateTable('account_changes').set({ confirm_hash }).where('actor_id', '=', actor);
  const waiting = change.where('kind', '=', 'address').where('confirmed_at', 'is', null);
  return Number((await waiting.executeTakeFirst()).numUpdatedRows) === 1;
}

/** What of somebody's own a link confirms. */
export async function selectConfirmable(
  queries: Queries,
  actor: ActorId,
  confirm_hash: Buffer,
): Promise<ChangeRow | undefined> {
  const row = queries.selectFrom('account_changes').select(columns).where('actor_id', '=', actor);
  const waiting = row.where('confirm_hash', '=', confirm_hash).where('confirmed_at', 'is', null);
  return (await waiting.executeTakeFirst()) as ChangeRow | undefined;
}

/** @returns false where it was confirmed or stopped meanwhile */
export async function setConfirmed(queries: Queries, actor: ActorId, confirm_hash: Buffer): Promise<boolean> {
  const confirmed_at = sql<Date>`now()`;
  const change = queries.updateTable('account_changes').set({ confirmed_at }).where('actor_id', '=', actor);
  const waiting = change.where('confirm_hash', '=', confirm_hash).where('confirmed_at', 'is', null);
  return Number((await waiting.executeTakeFirst()).numUpdatedRows) === 1;
}

/** @returns whether there was one */
export async function deleteChange(trx: Queries, actor: ActorId, kind: ChangeKind): Promise<boolean> {
  const gone = trx.deleteFrom('account_changes').where('actor_id', '=', actor).where('kind', '=', kind);
  return Number((await gone.executeTakeFirst()).numDeletedRows) === 1;
}

/**
 * Those whose time has come and whose person was told, of addresses those that were confirmed; whoever else settles them waits, and finds
 * none.
 */
export async function takeDueChanges(trx: Queries): Promise<ChangeRow[]> {
  const rows = trx.selectFrom('account_changes').select(columns).where('due_at', '<=', sql<Date>`now()`);
  const ready = rows
    .where('stop_hash', 'is not', null)
    .where(({ eb, or }) => or([eb('kind', '<>', 'address'), eb('confirmed_at', 'is not', null)]));
  return (await ready.orderBy('due_at').forUpdate().execute()) as ChangeRow[];
}

export async function setAddress(trx: Queries, actor: ActorId, mailbox: Buffer, address_sealed: Buffer): Promise<void> {
  await trx.updateTable('accounts').set({ mailbox, address_sealed }).where('actor_id', '=', actor).execute();
}
