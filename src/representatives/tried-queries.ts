import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** What somebody asked who was trying out how offices ask waits for nobody. */
export async function refuseTriedRequests(trx: Queries, by: ActorId): Promise<void> {
  await sql`UPDATE addressee_requests SET state = 'refused', decided_by = ${by}::uuid, decided_at = now()
    WHERE tried AND state = 'asked'`.execute(trx);
}

export async function deleteTriedRequests(trx: Queries): Promise<void> {
  await trx.deleteFrom('addressee_requests').where('tried', '=', true).execute();
}

/** Makes up an address for each of the four offices that has none. @returns whether there were any */
export async function putExamples(trx: Queries): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO channels (representative_id, kind, value, example)
    SELECT r.id, 'email', r.office || '@' || lower(r.state) || '.example', true FROM representatives r
    WHERE r.office IS NOT NULL AND r.ended_on IS NULL AND NOT EXISTS (
      SELECT 1 FROM channels c WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL)
    ORDER BY r.state, r.office
    ON CONFLICT (representative_id, kind, value) DO UPDATE SET ended_at = NULL, example = true`.execute(trx);
  return Boolean(numAffectedRows);
}

/** @returns whether there were any */
export async function endExamples(trx: Queries): Promise<boolean> {
  const { numAffectedRows } =
    await sql`UPDATE channels SET ended_at = now() WHERE example AND ended_at IS NULL`.execute(trx);
  return Boolean(numAffectedRows);
}

/** Those that no operator's letter knows, with their mailboxes; those in use in a demonstration stay. */
export async function deleteEndedExamples(trx: Queries): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM channels WHERE example AND ended_at IS NOT NULL RETURNING id, mailbox)
    DELETE FROM mailboxes m USING gone WHERE m.address = gone.mailbox
      AND NOT EXISTS (SELECT 1 FROM channels c WHERE c.mailbox = m.address AND c.id NOT IN (SELECT id FROM gone))`.execute(
    trx,
  );
  await sql`DELETE FROM receiving_domains d WHERE domain ~ '^[a-z]{3}\\.example$' AND paused_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM mailboxes m WHERE m.domain = d.domain)`.execute(trx);
}

/** Which of these channels are made up, and their addresses. */
export async function selectExamples(
  queries: Queries,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; value: string }>`
    SELECT id, value FROM channels WHERE example AND id = ANY(${channelIds}::uuid[])`.execute(queries);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** Marks as examples the addresses of people whom a demonstration makes up. */
export async function markExamples(trx: Queries, sourceKey: string): Promise<void> {
  await sql`UPDATE channels SET example = true FROM representatives r
    WHERE r.id = channels.representative_id AND r.source_key = ${sourceKey} AND channels.kind = 'email'`.execute(trx);
}

export async function endExamplePeople(trx: Queries, sourceKey: string): Promise<void> {
  await sql`UPDATE representatives SET ended_on = to_char(now(), 'YYYY-MM-DD'), updated_at = now()
    WHERE source_key = ${sourceKey} AND ended_on IS NULL`.execute(trx);
}

export async function bringExamplePeople(trx: Queries, sourceKey: string): Promise<void> {
  await sql`UPDATE representatives SET ended_on = NULL, updated_at = now()
    WHERE source_key = ${sourceKey} AND ended_on IS NOT NULL`.execute(trx);
  await sql`UPDATE channels SET ended_at = NULL FROM representatives r
    WHERE r.id = channels.representative_id AND r.source_key = ${sourceKey} AND channels.example`.execute(trx);
}

export async function deleteExamplePeople(trx: Queries, sourceKey: string): Promise<void> {
  await trx.deleteFrom('representatives').where('source_key', '=', sourceKey).execute();
}

/** Where letters go in each state by mail: the addressees with an example address, by state. */
export async function selectExampleAddressees(
  queries: Queries,
): Promise<{ id: string; state: string; channelId: string }[]> {
  const { rows } = await sql<{ id: string; state: string; channelId: string }>`
    SELECT r.id, r.state, c.id AS "channelId" FROM representatives r JOIN channels c ON c.representative_id = r.id
    WHERE c.example AND c.ended_at IS NULL AND r.ended_on IS NULL ORDER BY r.state, c.value`.execute(queries);
  return rows;
}
