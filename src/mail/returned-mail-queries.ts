import { sql } from 'kysely';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';

export const returnedKinds = ['not-understood', 'answer'] as const;

/** A mail that came to a return path and that a person has to read. */
export interface ReturnedMail {
  readonly id: string;
  readonly kind: (typeof returnedKinds)[number];
  readonly at: Date;
}

/** @param most of one mail of ours: more of it is not kept */
export async function insertReturned(
  queries: Queries,
  mail: { id: string; bounceId: Buffer; kind: ReturnedMail['kind']; sealed: Buffer },
  most: number,
): Promise<void> {
  await sql`
    INSERT INTO returned_mails (id, bounce_id, kind, message_sealed) SELECT ${mail.id}, ${mail.bounceId}, ${mail.kind}, ${mail.sealed}
    WHERE (SELECT count(*) FROM returned_mails WHERE bounce_id = ${mail.bounceId}) < ${most}`.execute(queries);
}

export function selectReturnedMail(queries: Queries, id: string) {
  return queries.selectFrom('returned_mails').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deleteReturnedBefore(queries: Queries, before: Date): Promise<number> {
  const gone = await queries.deleteFrom('returned_mails').where('created_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** When the last one came that is kept: with its 30 days. */
export async function selectLastReturned(queries: Queries): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`SELECT max(created_at) AS at FROM returned_mails`.execute(queries);
  return rows[0]?.at ?? undefined;
}

/** Those that nobody has read yet, the oldest first. */
export async function returnedMails(queries: Queries): Promise<ReturnedMail[]> {
  const rows = await queries
    .selectFrom('returned_mails')
    .select(['id', 'kind', 'created_at as at'])
    .where('settled_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows as ReturnedMail[];
}

/** How many wait to be read, by kind. */
/** How many of them nobody has read. */
export function countUnread(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT created_at AS at FROM returned_mails WHERE settled_at IS NULL`);
}

export async function countReturned(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*)::int AS n FROM returned_mails WHERE settled_at IS NULL GROUP BY kind`.execute(queries);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

/** @returns false where none such waits */
export async function setReturnedSettled(queries: Queries, id: string, by: ActorId): Promise<boolean> {
  const settled = await queries
    .updateTable('returned_mails')
    .set({ settled_at: new Date(), settled_by: by })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return settled.numUpdatedRows > 0n;
}

/** What came back for these mails is for nobody to read. */
export async function settleReturnedOf(trx: Queries, bounceIds: readonly Buffer[]): Promise<void> {
  await trx
    .updateTable('returned_mails')
    .set({ settled_at: new Date(), settled_by: SYSTEM })
    .where('settled_at', 'is', null)
    .where('bounce_id', '=', anyOf(bounceIds, 'bytea'))
    .execute();
}

/** Erases what came back for mails of somebody who is erased. */
export async function eraseReturned(queries: Queries, bounceIds: readonly Buffer[]): Promise<void> {
  await queries.deleteFrom('returned_mails').where('bounce_id', '=', anyOf(bounceIds, 'bytea')).execute();
}
