import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { PublicOffice } from '../states/public-offices.ts';
import type { Mandate } from './entry.ts';

/** What staff can change of somebody, as it is stored. */
export interface Stored {
  readonly id: string;
  readonly state: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly source: string | null;
  readonly as_of: string | null;
  /** The term that they are known by first, then all others. */
  readonly mandates: readonly (Mandate & { readonly id: string })[];
  /** Where mail for them goes; nothing that a demonstration made up. */
  readonly email: { readonly id: string; readonly value: string } | null;
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectStored(queries: Queries, id: string, lock: boolean): Promise<Stored | undefined> {
  if (lock) await sql`SELECT 1 FROM representatives WHERE id = ${id}::uuid FOR UPDATE`.execute(queries);
  const { rows } = await sql<Stored>`
    SELECT r.id, r.state, r.office, r.name, r.source, r.as_of::text AS as_of,
      (SELECT json_build_object('id', c.id, 'value', c.value) FROM channels c WHERE c.representative_id = r.id AND c.kind = 'email'
        AND c.ended_at IS NULL AND NOT c.example ORDER BY c.id LIMIT 1) AS email,
      coalesce((SELECT json_agg(m ORDER BY m.current DESC, m.started_on DESC NULLS LAST, m.id) FROM mandates m
        WHERE m.representative_id = r.id), '[]') AS mandates
    FROM representatives r WHERE r.id = ${id}::uuid`.execute(queries);
  return rows[0];
}

/** What of somebody's own row changes; of whatever an import said its fingerprint stays, so that the same file changes nothing back. */
export async function updateOwn(
  queries: Queries,
  id: string,
  own: Pick<Stored, 'name' | 'source' | 'as_of'> & {
    readonly endedOn: string | null;
    readonly beginsOn: string | null;
  },
): Promise<void> {
  const { name, source, as_of, endedOn, beginsOn } = own;
  await queries
    .updateTable('representatives')
    .set({ name, source, as_of, ended_on: endedOn, begins_on: beginsOn, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

export async function putMandate(
  queries: Queries,
  representative: string,
  id: string | undefined,
  mandate: Pick<Mandate, 'role' | 'body' | 'party' | 'area' | 'started_on' | 'ended_on' | 'current'>,
): Promise<void> {
  if (id === undefined)
    await queries
      .insertInto('mandates')
      .values({ representative_id: representative, ...mandate })
      .execute();
  else await queries.updateTable('mandates').set(mandate).where('id', '=', id).execute();
}

/** A way that was in use before is in use again. */
export async function openEmail(queries: Queries, representative: string, value: string): Promise<void> {
  await sql`INSERT INTO channels (representative_id, kind, value) VALUES (${representative}::uuid, 'email', ${value})
    ON CONFLICT (representative_id, kind, value) DO UPDATE SET ended_at = NULL WHERE NOT channels.example`.execute(
    queries,
  );
}

export async function endChannel(queries: Queries, id: string): Promise<void> {
  await sql`UPDATE channels SET ended_at = now() WHERE id = ${id}::uuid`.execute(queries);
}

/** Of somebody who has left. */
export async function endChannelsOf(queries: Queries, representative: string): Promise<void> {
  await sql`UPDATE channels SET ended_at = now() WHERE representative_id = ${representative}::uuid AND ended_at IS NULL`.execute(
    queries,
  );
}

export async function selectAdded(
  queries: Queries,
  sourceKey: string,
  externalId: string,
): Promise<string | undefined> {
  const row = queries
    .selectFrom('representatives')
    .select('id')
    .where('source_key', '=', sourceKey)
    .where('external_id', '=', externalId);
  return (await row.executeTakeFirst())?.id;
}
