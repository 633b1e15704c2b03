import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { newId } from '../sealing/new-id.ts';
import { seal, unseal } from '../sealing/sealing.ts';

export const returnedKinds = ['not-understood', 'answer'] as const;

/** A mail that came to a return path and that a person has to read. */
export interface ReturnedMail {
  readonly id: string;
  readonly kind: (typeof returnedKinds)[number];
  readonly at: Date;
}

export const RETURNED_MAIL_DAYS = 30;
/** Of one mail of ours, so that whoever holds its return path can't fill the database. */
const MOST_OF_ONE = 3;
const LARGEST_KEPT = 64 * 1024;

/** Keeps what came back and was not understood, or is an answer that went the wrong way; sealed, for 30 days, and no more than three for each mail of ours. */
export async function keepReturned(
  app: Pick<App, 'keys'>,
  queries: Queries,
  mail: { bounceId: Buffer; kind: ReturnedMail['kind']; raw: Buffer },
): Promise<void> {
  const id = newId();
  const sealed = seal(
    app.keys,
    'returned_mails.message_sealed',
    [id],
    mail.raw.subarray(0, LARGEST_KEPT).toString('latin1'),
  );
  await sql`
    INSERT INTO returned_mails (id, bounce_id, kind, message_sealed) SELECT ${id}, ${mail.bounceId}, ${mail.kind}, ${sealed}
    WHERE (SELECT count(*) FROM returned_mails WHERE bounce_id = ${mail.bounceId}) < ${MOST_OF_ONE}`.execute(queries);
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
export async function countReturned(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*)::int AS n FROM returned_mails WHERE settled_at IS NULL GROUP BY kind`.execute(queries);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

/** The message itself (RFC 5322), its bytes as Latin-1. */
export async function readReturned(app: Pick<App, 'database' | 'keys'>, id: string): Promise<string | undefined> {
  const row = await app.database.selectFrom('returned_mails').selectAll().where('id', '=', id).executeTakeFirst();
  return row && unseal(app.keys, 'returned_mails.message_sealed', [row.id], row.message_sealed);
}

/** Somebody has read it. @returns false where none such waits */
export async function settleReturned(queries: Queries, id: string, by: ActorId): Promise<boolean> {
  const settled = await queries
    .updateTable('returned_mails')
    .set({ settled_at: new Date(), settled_by: by })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return settled.numUpdatedRows > 0n;
}

export async function forgetOldReturned(queries: Queries, now: Date): Promise<number> {
  const gone = await queries
    .deleteFrom('returned_mails')
    .where('created_at', '<', new Date(now.getTime() - RETURNED_MAIL_DAYS * 86_400_000))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Erases what came back for mails of somebody who is erased. */
export async function eraseReturned(queries: Queries, bounceIds: readonly Buffer[]): Promise<void> {
  if (bounceIds.length > 0)
    await queries
      .deleteFrom('returned_mails')
      .where('bounce_id', 'in', [...bounceIds])
      .execute();
}
