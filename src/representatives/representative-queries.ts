import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { PublicOffice } from '../states/public-offices.ts';

/** How somebody can be reached. */
export const channelKinds = ['email', 'web-form', 'post', 'phone', 'x', 'bluesky', 'facebook'] as const;

export interface Channel {
  readonly id: string;
  readonly kind: (typeof channelKinds)[number];
  readonly value: string;
  /** The address as mailboxes are compared; null where it is none. */
  readonly mailbox: string | null;
  readonly paused: boolean;
  /** Made up, in a demonstration. */
  readonly example: boolean;
}

/** A person or office that can be written to, with how it is reached. */
export interface Representative {
  readonly id: string;
  readonly state: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly body: string | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly languages: readonly string[];
  readonly source: string | null;
  readonly as_of: string | null;
  readonly channels: readonly Channel[];
}

export interface Wanted {
  readonly state: string;
  /** YYYY-MM-DD */
  readonly on: string;
  /**
   * Every one of these words must stand in name, area, party, role or body, whatever its accents and case, or mean role or body, or what
   * a demonstration made up.
   */
  readonly words: readonly {
    readonly word: string;
    readonly alike: readonly string[];
    readonly examples: readonly string[];
  }[];
  /** Or it is one of these offices, which have no words of their own here. */
  readonly offices: readonly PublicOffice[];
  readonly area: string | undefined;
  readonly party: string | undefined;
}

const COLUMNS = sql`
  r.id, r.state, r.office, r.name, m.role, m.body, m.party, m.area, r.languages, r.source, r.as_of::text AS as_of,
  coalesce((SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'value', c.value, 'mailbox', c.mailbox, 'example', c.example,
              'paused', b.paused_at IS NOT NULL OR d.paused_at IS NOT NULL) ORDER BY c.id)
            FROM channels c LEFT JOIN mailboxes b ON b.address = c.mailbox LEFT JOIN receiving_domains d ON d.domain = b.domain
            WHERE c.representative_id = r.id AND c.ended_at IS NULL), '[]') AS channels`;

// In office on a day: who was elected for a term to come can be written to from its first day on, without another import.
const inOffice = (on: string) => sql`(r.ended_on IS NULL AND (r.begins_on IS NULL OR r.begins_on <= ${on}::date))`;

// Partial dates are in order as texts, byte by byte; '2024' lasts through its last day. A term that ended after the file was read still
// names its holder.
const inForce = (on: string) => sql`(started_on IS NULL OR started_on COLLATE "C" <= ${on}::text)
  AND (current OR ended_on IS NULL OR rpad(ended_on, 10, '-99') COLLATE "C" >= ${on}::text)`;

// Somebody may hold several mandates at once; the latest is the one they are known by.
const mandate = (on: string) => sql`LEFT JOIN LATERAL (
    SELECT role, body, party, area FROM mandates WHERE representative_id = r.id AND ${inForce(on)}
    ORDER BY started_on DESC NULLS LAST, id LIMIT 1) m ON true`;

function matching({ state, on, words, offices, area, party }: Wanted): RawBuilder<unknown> {
  const searched = sql`folded(concat_ws(' ', r.name, m.area, m.party, m.role, m.body))`;
  const inAll = words.map(
    ({ word, alike, examples }) => sql`(position(folded(${word}) IN ${searched}) > 0
      OR lower(m.role) = ANY(${alike}::text[]) OR lower(m.body) = ANY(${alike}::text[])
      OR EXISTS (SELECT FROM unnest(${examples}::text[]) AS e WHERE position(folded(e) IN ${searched}) > 0))`,
  );
  const conditions = [
    sql`r.state = ${state}`,
    inOffice(on),
    ...(words.length === 0 ? [] : [sql`(r.office = ANY(${offices}::text[]) OR (${sql.join(inAll, sql` AND `)}))`]),
    ...(area === undefined ? [] : [sql`m.area = ${area}`]),
    ...(party === undefined ? [] : [sql`m.party = ${party}`]),
  ];
  return sql.join(conditions, sql` AND `);
}

// "District 2" before "District 10": each number with as many digits as any.
const inNumbers = (text: RawBuilder<unknown>) =>
  sql`regexp_replace(regexp_replace(folded(${text}), '([0-9]+)', '00000000\\1', 'g'), '0+([0-9]{9})', '\\1', 'g')`;

/** Offices first, then people by area, then by family name, which is taken to be the last of their names. */
export async function selectRepresentatives(queries: Queries, wanted: Wanted, most: number): Promise<Representative[]> {
  const { rows } = await sql<Representative>`
    SELECT ${COLUMNS} FROM representatives r ${mandate(wanted.on)} WHERE ${matching(wanted)}
    ORDER BY r.office IS NULL, array_position(ARRAY['head-of-government', 'foreign-minister', 'justice-minister',
      'speaker-of-parliament'], r.office),
      m.area IS NULL, ${inNumbers(sql`m.area`)}, ${inNumbers(sql`substring(r.name FROM '\\S+$')`)},
      ${inNumbers(sql`coalesce(r.name, '')`)}, r.id
    LIMIT ${most}`.execute(queries);
  return rows;
}

export async function selectByIds(queries: Queries, ids: readonly string[], on: string): Promise<Representative[]> {
  const { rows } = await sql<Representative>`
    SELECT ${COLUMNS} FROM representatives r ${mandate(on)}
    WHERE r.id = ANY(${ids}::uuid[]) AND ${inOffice(on)}`.execute(queries);
  return rows;
}

/** Also those who have left: a letter goes on naming whom it was written to. */
export async function selectNames(
  queries: Queries,
  ids: readonly string[],
  on: string,
): Promise<Pick<Representative, 'id' | 'office' | 'name' | 'role'>[]> {
  const { rows } = await sql<Pick<Representative, 'id' | 'office' | 'name' | 'role'>>`
    SELECT r.id, r.office, r.name, m.role FROM representatives r
    LEFT JOIN LATERAL (SELECT role FROM mandates WHERE representative_id = r.id
      ORDER BY (${inForce(on)}) DESC, started_on DESC NULLS LAST, id LIMIT 1) m ON true
    WHERE r.id = ANY(${ids}::uuid[])`.execute(queries);
  return rows;
}

/** The areas and parties of a state's people in office, to choose from. */
export async function selectFilters(
  queries: Queries,
  state: string,
  on: string,
): Promise<{ areas: string[]; parties: string[] }> {
  const { rows } = await sql<{ areas: string[]; parties: string[] }>`
    SELECT coalesce(array_agg(DISTINCT m.area) FILTER (WHERE m.area IS NOT NULL), '{}') AS areas,
           coalesce(array_agg(DISTINCT m.party) FILTER (WHERE m.party IS NOT NULL), '{}') AS parties
    FROM representatives r ${mandate(on)} WHERE r.state = ${state} AND ${inOffice(on)}`.execute(queries);
  return rows[0] ?? { areas: [], parties: [] };
}

/** The addresses of channels, by id; also of those that are in use no longer. */
export async function selectAddresses(
  queries: Queries,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; value: string }>`
    SELECT id, value FROM channels WHERE kind = 'email' AND id = ANY(${channelIds}::uuid[])`.execute(queries);
  return new Map(rows.map(({ id, value }) => [id, value]));
}
