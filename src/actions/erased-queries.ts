import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** What is kept of an action that is gone. */
export interface ErasedRow {
  readonly digest: Buffer;
  readonly erased_at: Date;
  /** At its owner's wish; else its time had passed. */
  readonly asked: boolean;
  readonly sent: number;
  readonly returned: number;
  readonly unsure: number;
  readonly unsent: number;
  readonly in_outbox: number;
  /** Days, 'YYYY-MM-DD'. */
  readonly first_sent_on: string | null;
  readonly last_sent_on: string | null;
}

export async function insertErased(trx: Queries, rows: readonly ErasedRow[]): Promise<void> {
  const hex = rows.map(({ digest, ...row }) => ({ ...row, digest: digest.toString('hex') }));
  await sql`
    INSERT INTO erased_actions (digest, erased_at, asked, sent, returned, unsure, unsent, in_outbox, first_sent_on,
      last_sent_on)
    SELECT decode(digest, 'hex'), erased_at, asked, sent, returned, unsure, unsent, in_outbox, first_sent_on, last_sent_on
    FROM json_to_recordset(${JSON.stringify(hex)}::json) AS e (digest text, erased_at timestamptz, asked boolean, sent int, returned int,
      unsure int, unsent int, in_outbox int, first_sent_on date, last_sent_on date)
    ON CONFLICT (digest) DO NOTHING`.execute(trx);
}

export function selectErased(queries: Queries, digest: Buffer): Promise<ErasedRow | undefined> {
  return queries.selectFrom('erased_actions').selectAll().where('digest', '=', digest).executeTakeFirst();
}

/** @returns how many */
export async function deleteErased(queries: Queries, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM erased_actions WHERE digest IN (
      SELECT digest FROM erased_actions WHERE erased_at <= ${before} ORDER BY erased_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)`.execute(
    queries,
  );
  return Number(numAffectedRows ?? 0);
}
