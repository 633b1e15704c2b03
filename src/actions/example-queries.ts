import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Moves what somebody did in a demonstration so many hours back, so that it did not all happen at once. */
export async function ageExampleActions(trx: Queries, key: Buffer, hours: number): Promise<void> {
  const age = sql`make_interval(hours => ${hours}::int)`;
  await sql`UPDATE actions SET created_at = created_at - ${age}, confirmed_at = confirmed_at - ${age},
    expires_at = expires_at - ${age} WHERE supporter_key = ${key}`.execute(trx);
  await sql`UPDATE campaign_supporters SET joined_at = joined_at - ${age} WHERE supporter_key = ${key}`.execute(trx);
  await sql`UPDATE supporters SET created_at = created_at - ${age}, last_act_at = last_act_at - ${age}
    WHERE key = ${key}`.execute(trx);
}
