import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

/** Moves what somebody offered in a demonstration so many hours back. */
export async function ageExampleNames(trx: Queries, key: Buffer, hours: number): Promise<void> {
  const age = sql`make_interval(hours => ${hours}::int)`;
  await sql`UPDATE offered_names SET offered_at = offered_at - ${age}, since = since - ${age} WHERE supporter_key = ${key}`.execute(
    trx,
  );
}

/** The numbers of the consents by which somebody offered their name. */
export async function exampleNamesOf(queries: Queries, key: Buffer): Promise<string[]> {
  const rows = await queries
    .selectFrom('offered_names')
    .select('consent_id')
    .where('supporter_key', '=', key)
    .execute();
  return rows.map(({ consent_id }) => consent_id);
}
