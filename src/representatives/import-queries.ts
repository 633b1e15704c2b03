import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { type Entry, fingerprintOf } from './entry.ts';

export interface Known {
  readonly id: string;
  readonly external_id: string;
  readonly name: string | null;
  readonly fingerprint: string | null;
  readonly ended_on: string | null;
}

const CHUNK = 1_000;

/** One import of a state's at a time, and nobody of it is changed by other ways until the transaction ends. */
export async function lockAddressees(trx: Queries, state: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`addressees of ${state}`}, 0))`.execute(trx);
  await sql`SELECT 1 FROM representatives WHERE state = ${state} ORDER BY id FOR NO KEY UPDATE`.execute(trx);
}

/** The same as long as nobody changes who of a state can be written to, or where. */
export async function addresseesPrint(queries: Queries, state: string): Promise<string> {
  const { rows } = await sql<{ print: string }>`SELECT md5(concat(
    (SELECT string_agg(concat_ws('|', id, updated_at, ended_on, fingerprint), ',' ORDER BY id) FROM representatives
      WHERE state = ${state}),
    (SELECT string_agg(concat_ws('|', c.id, c.value, c.ended_at), ',' ORDER BY c.id) FROM channels c
      JOIN representatives r ON r.id = c.representative_id WHERE r.state = ${state}))) AS print`.execute(queries);
  return rows[0]?.print ?? '';
}

export function selectKnown(queries: Queries, state: string, sourceKey: string): Promise<Known[]> {
  return queries
    .selectFrom('representatives')
    .select(['id', 'external_id', 'name', 'fingerprint', 'ended_on'])
    .where('state', '=', state)
    .where('source_key', '=', sourceKey)
    .execute();
}

interface Stored {
  readonly id: string;
  readonly entry: Entry;
}

/** Adds representatives, a thousand at a time. */
export async function insertEntries(
  queries: Queries,
  state: string,
  sourceKey: string,
  entries: readonly Entry[],
  day: string,
): Promise<void> {
  for (let at = 0; at < entries.length; at += CHUNK) {
    const stored = entries.slice(at, at + CHUNK).map((entry) => ({ id: randomUUIDv7(), entry }));
    await sql`INSERT INTO representatives (id, state, source_key, external_id, name, languages, links, source, as_of, ended_on, begins_on,
        fingerprint)
      SELECT id, ${state}, ${sourceKey}, external_id, name, languages, links, source, as_of, ended_on, begins_on, fingerprint
      FROM json_to_recordset(${JSON.stringify(stored.map((one) => rowOf(one, day)))}::json)
        AS r (id uuid, external_id text, name text, languages text[], links jsonb,
        source text, as_of date, ended_on text, begins_on date, fingerprint text)`.execute(queries);
    await insertMandates(queries, stored);
    await keepChannels(queries, stored);
  }
}

/** Brings known representatives to what the file says now; how well their channels work is kept. */
export async function updateEntries(queries: Queries, changed: readonly Stored[], day: string): Promise<void> {
  for (let at = 0; at < changed.length; at += CHUNK) {
    const stored = changed.slice(at, at + CHUNK);
    await sql`UPDATE representatives SET name = r.name, languages = r.languages, links = r.links, source = r.source, as_of = r.as_of,
        ended_on = r.ended_on, begins_on = r.begins_on, fingerprint = r.fingerprint, updated_at = now()
      FROM json_to_recordset(${JSON.stringify(stored.map((one) => rowOf(one, day)))}::json)
        AS r (id uuid, name text, languages text[], links jsonb,
        source text, as_of date, ended_on text, begins_on date, fingerprint text) WHERE representatives.id = r.id`.execute(
      queries,
    );
    const ids = stored.map(({ id }) => id);
    await queries.deleteFrom('mandates').where('representative_id', '=', anyOf(ids, 'uuid')).execute();
    await insertMandates(queries, stored);
    await keepChannels(queries, stored);
  }
}

/** Those of whom a file says nothing new were seen in it all the same. */
export async function seeAgain(queries: Queries, ids: readonly string[], day: string): Promise<void> {
  await sql`UPDATE representatives SET as_of = ${day}::date WHERE id = ANY(${ids}::uuid[]) AND as_of < ${day}::date`.execute(
    queries,
  );
}

/** The state in which most of the people of a file are known already, by id and name, though they are new in this one. */
export async function selectElsewhere(
  queries: Queries,
  state: string,
  entries: readonly Entry[],
): Promise<{ state: string; people: number } | undefined> {
  const people = entries.map(({ externalId, name }) => ({ external_id: externalId, name }));
  const { rows } = await sql<{ state: string; people: number }>`
    SELECT r.state, count(*)::int AS people FROM representatives r
    JOIN json_to_recordset(${JSON.stringify(people)}::json) AS p (external_id text, name text) USING (external_id, name)
    WHERE r.state <> ${state} AND r.office IS NULL
      AND NOT EXISTS (SELECT 1 FROM representatives here WHERE here.state = ${state} AND here.external_id = r.external_id)
    GROUP BY r.state ORDER BY people DESC, r.state LIMIT 1`.execute(queries);
  return rows[0];
}

/** Ends, never deletes: letters go on naming whom they were written to. */
export async function endEntries(queries: Queries, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE representatives SET ended_on = ${day}, begins_on = NULL, fingerprint = NULL, updated_at = now()
    WHERE id = ANY(${ids}::uuid[])`.execute(queries);
  await sql`UPDATE channels SET ended_at = now() WHERE representative_id = ANY(${ids}::uuid[]) AND ended_at IS NULL`.execute(
    queries,
  );
}

/** @param day for which the file speaks, where a row doesn't say */
function rowOf({ id, entry }: Stored, day: string) {
  return {
    id,
    external_id: entry.externalId,
    name: entry.name,
    languages: entry.languages,
    links: entry.links,
    source: entry.source,
    as_of: entry.asOf === null ? day : fullDay(entry.asOf),
    ended_on: entry.endedOn,
    begins_on: entry.beginsOn,
    fingerprint: fingerprintOf(entry),
  };
}

function fullDay(day: string): string | null {
  return day.length === 10 ? day : null;
}

async function insertMandates(queries: Queries, stored: readonly Stored[]): Promise<void> {
  const rows = stored.flatMap(({ id, entry }) =>
    entry.mandates.map((mandate) => ({ representative_id: id, ...mandate })),
  );
  if (rows.length === 0) return;
  await sql`INSERT INTO mandates (representative_id, role, body, body_kind, party, area, term, started_on, ended_on, current)
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS m (representative_id uuid, role text, body text,
      body_kind text, party text,
      area text, term text, started_on text, ended_on text, current boolean)`.execute(queries);
}

async function keepChannels(queries: Queries, stored: readonly Stored[]): Promise<void> {
  const channels = stored.flatMap(({ id, entry }) =>
    (entry.endedOn === null ? entry.channels : []).map((one) => ({ representative_id: id, ...one })),
  );
  // In the order of the file: letters go to the first of several addresses.
  const inOrder = channels.map(() => randomUUIDv7()).sort();
  const rows = channels.map((one, place) => ({ id: inOrder[place], ...one }));
  const ids = stored.map(({ id }) => id);
  await sql`UPDATE channels SET ended_at = now() WHERE representative_id = ANY(${ids}::uuid[]) AND ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c (representative_id uuid, kind text, value text)
      WHERE c.representative_id = channels.representative_id AND c.kind = channels.kind AND c.value = channels.value)`.execute(
    queries,
  );
  await sql`INSERT INTO channels (id, representative_id, kind, value)
    SELECT id, representative_id, kind, value
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c (id uuid, representative_id uuid, kind text, value text)
    -- What a demonstration made up is no fact, whatever a file says.
    ON CONFLICT (representative_id, kind, value) DO UPDATE SET ended_at = NULL WHERE NOT channels.example`.execute(
    queries,
  );
}
