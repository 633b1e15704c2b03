import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** The mail of an action that waits to be confirmed leaves again, now. */
export async function mailOnceMore(queries: Queries, supporterKey: Buffer, id: string): Promise<void> {
  await sql`UPDATE actions SET mail_state = 'due', mail_due_at = now(), mail_attempts = 0
    WHERE supporter_key = ${supporterKey} AND id = ${id} AND state = 'unconfirmed' AND expires_at > now()
      AND mail_state <> 'due'`.execute(queries);
}

/** Its letters go with it. */
export async function deleteUnconfirmed(queries: Queries, supporterKey: Buffer, id: string): Promise<void> {
  await sql`DELETE FROM actions WHERE supporter_key = ${supporterKey} AND id = ${id} AND state = 'unconfirmed'`.execute(
    queries,
  );
}
