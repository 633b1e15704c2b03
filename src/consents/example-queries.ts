import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/** Moves what somebody agreed to in a demonstration so many hours back. */
export async function ageExampleConsents(trx: Queries, key: Buffer, hours: number): Promise<void> {
  const age = sql`make_interval(hours => ${hours}::int)`;
  await sql`UPDATE consents SET given_at = given_at - ${age}, withdrawn_at = withdrawn_at - ${age}
    WHERE supporter_key = ${key}`.execute(trx);
}
