import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../database/slice.ts';
import type { PublicOffice } from '../states/public-offices.ts';
import { beginByState, orderByState, placeByState, slicedByState } from './by-state-queries.ts';
import {
  byName,
  meantBy,
  paused,
  type SoughtAddressees,
  selectMeant,
  slicedAddressees,
  slicedAmong,
} from './sought-queries.ts';

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

const id = sql`r.id`;
const orders = {
  name: { by: byName, kind: 'text', id, idType: 'uuid' },
  changed: { by: sql`r.updated_at`, kind: 'moment', id, idType: 'uuid' },
} as const satisfies Readonly<Record<string, Order>>;
export type AddresseeSort = keyof typeof orders | 'state';

/** @param codes of all states, in the order of their names */
export async function selectAddresseeSlice(
  database: Database,
  sought: SoughtAddressees,
  sort: AddresseeSort,
  slice: Slice,
  codes: readonly string[],
): Promise<ListedAddressee[]> {
  const order = sort === 'state' ? orderByState(codes) : orders[sort];
  const { position, ordered } = sliceParts(order, slice);
  const { rows } = await sql<ListedAddressee>`
    WITH found AS MATERIALIZED (SELECT * FROM (${await foundBy(database, sought, sort, slice, codes)}) one)
    SELECT r.id, r.state, s.iso2, r.office, r.name, m.role, m.body, r.ended_on, r.begins_on::text AS begins_on, r.updated_at,
      c.value AS address, coalesce(c.paused, false) AS paused, ${sort === 'state' ? placeByState : position} AS position
    FROM found JOIN representatives r ON r.id = found.id JOIN states s ON s.iso3 = r.state
    LEFT JOIN LATERAL (SELECT role, body FROM mandates WHERE representative_id = r.id
      ORDER BY current DESC, started_on DESC NULLS LAST, id LIMIT 1) m ON true
    LEFT JOIN LATERAL (SELECT n.value, n.mailbox, b.paused_at IS NOT NULL OR d.paused_at IS NOT NULL AS paused
      FROM channels n LEFT JOIN mailboxes b ON b.address = n.mailbox LEFT JOIN receiving_domains d ON d.domain = b.domain
      WHERE n.representative_id = r.id AND n.kind = 'email' AND n.ended_at IS NULL ORDER BY n.id LIMIT 1) c ON true
    ${ordered}`.execute(database);
  return inOrder(rows, slice);
}

async function foundBy(
  database: Database,
  sought: SoughtAddressees,
  sort: AddresseeSort,
  slice: Slice,
  codes: readonly string[],
): Promise<RawBuilder<unknown>> {
  const { q, offices, mail } = sought;
  const meant = q === undefined ? undefined : await selectMeant(database, { q, offices });
  const named = q === undefined ? undefined : meantBy({ q, offices });
  const few = (among: RawBuilder<unknown>, called?: RawBuilder<boolean>) =>
    sort === 'state'
      ? slicedAmong(sought, orderByState(codes), beginByState(codes, slice), among, called)
      : slicedAmong(sought, orders[sort], slice, among, called);
  if (meant) {
    const ids = sql`SELECT unnest(${[...meant]}::uuid[])`;
    return few(mail === 'paused' ? sql`${ids} INTERSECT (${paused})` : ids);
  }
  if (mail === 'paused') return few(paused, named);
  if (sort === 'state') return slicedByState(sought, codes, slice, named);
  return slicedAddressees(sought, orders[sort], slice, named);
}
