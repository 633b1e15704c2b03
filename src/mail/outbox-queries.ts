import type { Queries } from '../database/database.ts';

export async function insertOutboxMail(queries: Queries, id: string, sealed: Buffer, tried: boolean): Promise<void> {
  await queries.insertInto('outbox').values({ id, message_sealed: sealed, tried }).execute();
}

/** The newest first; ids of one millisecond are in no order. */
export function selectOutbox(queries: Queries, tried: boolean, limit: number) {
  return queries
    .selectFrom('outbox')
    .selectAll()
    .where('tried', '=', tried)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function selectOutboxMail(queries: Queries, tried: boolean, id: string) {
  return queries.selectFrom('outbox').selectAll().where('tried', '=', tried).where('id', '=', id).executeTakeFirst();
}

/** Deletes what is older, and all but the newest. */
export async function deleteOld(queries: Queries, { before, most }: { before: Date; most: number }): Promise<void> {
  await queries
    .deleteFrom('outbox')
    .where((row) =>
      row.or([
        row('created_at', '<', before),
        row(
          'id',
          'not in',
          row.selectFrom('outbox').select('id').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(most),
        ),
      ]),
    )
    .execute();
}
