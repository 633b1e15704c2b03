import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { isId } from '../database/is-id.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../database/slice.ts';
import type { PublicOffice } from '../states/public-offices.ts';

/** How somebody can be mailed, and where they stand: by these the office looks for them. */
export const mailWays = ['with', 'without', 'paused'] as const;
export const officeTimes = ['in-office', 'to-come', 'ended'] as const;

/** Somebody who can be written to, as the office lists them; also those who have left. */
export interface ListedAddressee {
  readonly id: string;
  readonly state: string;
  readonly iso2: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly body: string | null;
  /** Since when they hold nothing any more, as precise as it is known. */
  readonly ended_on: string | null;
  /** The first day of a term to come. */
  readonly begins_on: string | null;
  readonly updated_at: Date;
  /** Where mail for them goes. */
  readonly address: string | null;
  readonly paused: boolean;
  readonly position: string;
}

/** What is asked of them. */
export interface SoughtAddressees {
  /** An id, ours or a source's; an address; else words of a name. */
  readonly q: string | undefined;
  /** Offices that these words mean. */
  readonly offices: readonly PublicOffice[];
  /** Left out: of any. */
  readonly states: readonly string[] | undefined;
  readonly office: PublicOffice | 'person' | undefined;
  readonly mail: (typeof mailWays)[number] | undefined;
  readonly time: (typeof officeTimes)[number] | undefined;
  /** On which somebody is in office or not yet. */
  readonly on: string;
}

const id = sql`r.id`;
const orders = {
  name: { by: sql`folded(coalesce(r.name, r.office))`, kind: 'text', id, idType: 'uuid' },
  state: { by: sql`r.state::text`, kind: 'text', id, idType: 'uuid' },
  changed: { by: sql`r.updated_at`, kind: 'moment', id, idType: 'uuid' },
} as const satisfies Readonly<Record<string, Order>>;
export type AddresseeSort = keyof typeof orders;

export async function selectAddresseeSlice(
  queries: Queries,
  sought: SoughtAddressees,
  sort: AddresseeSort,
  slice: Slice,
): Promise<ListedAddressee[]> {
  const { position, within, ordered } = sliceParts(orders[sort], slice);
  const { rows } = await sql<ListedAddressee>`
    SELECT r.id, r.state, s.iso2, r.office, r.name, m.role, m.body, r.ended_on, r.begins_on::text AS begins_on, r.updated_at,
      c.value AS address, coalesce(c.paused, false) AS paused, ${position} AS position
    FROM representatives r JOIN states s ON s.iso3 = r.state
    LEFT JOIN LATERAL (SELECT role, body FROM mandates WHERE representative_id = r.id
      ORDER BY current DESC, started_on DESC NULLS LAST, id LIMIT 1) m ON true
    LEFT JOIN LATERAL (SELECT n.value, n.mailbox, b.paused_at IS NOT NULL OR d.paused_at IS NOT NULL AS paused
      FROM channels n LEFT JOIN mailboxes b ON b.address = n.mailbox LEFT JOIN receiving_domains d ON d.domain = b.domain
      WHERE n.representative_id = r.id AND n.kind = 'email' AND n.ended_at IS NULL ORDER BY n.id LIMIT 1) c ON true
    WHERE ${within} AND ${fitting(sought)} ${ordered}`.execute(queries);
  return inOrder(rows, slice);
}

function fitting({ q, offices, states, office, mail, time, on }: SoughtAddressees): RawBuilder<unknown> {
  const all = [
    sql`true`,
    ...(q === undefined ? [] : [called(q, offices)]),
    ...(states === undefined ? [] : [sql`r.state = ${anyOf(states, 'text')}`]),
    ...(office === undefined ? [] : [office === 'person' ? sql`r.office IS NULL` : sql`r.office = ${office}`]),
    ...(mail === undefined ? [] : [mailed[mail]]),
    ...(time === undefined ? [] : [stands(time, on)]),
  ];
  return sql.join(all, sql` AND `);
}

const mailed = {
  with: sql`c.value IS NOT NULL`,
  without: sql`c.value IS NULL`,
  paused: sql`c.paused`,
} as const;

function stands(time: (typeof officeTimes)[number], on: string): RawBuilder<unknown> {
  if (time === 'ended') return sql`r.ended_on IS NOT NULL`;
  if (time === 'to-come') return sql`r.begins_on > ${on}::date`;
  return sql`(r.ended_on IS NULL AND (r.begins_on IS NULL OR r.begins_on <= ${on}::date))`;
}

const MOST_WORDS = 6;

function called(q: string, offices: readonly PublicOffice[]): RawBuilder<unknown> {
  const words = q.split(/\s+/).slice(0, MOST_WORDS);
  const named = words.map((word) => sql`folded(r.name) LIKE '%' || folded(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  return sql`(${sql.join(
    [
      ...(isId(q) ? [sql`r.id = ${q}::uuid`] : []),
      sql`r.external_id = ${q}`,
      sql`c.mailbox = ${q.toLowerCase()}`,
      sql`r.office = ${anyOf(offices, 'text')}`,
      sql`(${sql.join(named, sql` AND `)})`,
    ],
    sql` OR `,
  )})`;
}
