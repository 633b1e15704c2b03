import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { type Order, type Slice, selectSlice } from '../database/slice.ts';
import type { AddresseeRequest, RequestKind } from './addressee-queries.ts';

/** What staff decides; the rest is the addressee's own. */
export const staffKinds = ['correct-address', 'report-forgery'] as const satisfies readonly RequestKind[];
export type StaffKind = (typeof staffKinds)[number];

/** A request with the address that it is about. */
export interface StaffRequestRow extends AddresseeRequest {
  readonly kind: StaffKind;
  /** The address of now. */
  readonly value: string;
  /** As mailboxes are compared. */
  readonly mailbox: string;
  /** Made up, in a demonstration. */
  readonly example: boolean;
}

const forStaff = (queries: Queries) =>
  queries
    .selectFrom('addressee_requests')
    .innerJoin('channels', 'channels.id', 'addressee_requests.channel_id')
    .select([
      ...(['addressee_requests.id', 'channel_id', 'addressee_requests.kind', 'detail', 'state', 'asked_at'] as const),
      ...(['channels.value', 'channels.mailbox', 'channels.example'] as const),
    ])
    .where('addressee_requests.kind', 'in', ['correct-address', 'report-forgery']);

const order: Order = {
  by: sql.ref('asked_at'),
  kind: 'moment',
  id: sql.ref('addressee_requests.id'),
  idType: 'uuid',
};

/** Corrections and reports of forgeries that wait for a person, in the order in which they came. */
export async function selectOpenRequests(queries: Queries): Promise<StaffRequestRow[]> {
  const rows = forStaff(queries).where('state', '=', 'asked').orderBy('asked_at');
  return (await rows.execute()) as StaffRequestRow[];
}

/** Of those that wait, some. */
export async function selectRequestSlice(
  queries: Queries,
  { kind }: { readonly kind?: StaffKind | undefined },
  slice: Slice,
): Promise<(StaffRequestRow & { readonly position: string })[]> {
  const open = forStaff(queries).where('state', '=', 'asked');
  const rows = await selectSlice(kind ? open.where('addressee_requests.kind', '=', kind) : open, order, slice);
  return rows as (StaffRequestRow & { position: string })[];
}

/** Of several those that wait still. */
export async function selectOpenAmong(queries: Queries, ids: readonly string[]): Promise<StaffRequestRow[]> {
  const rows = forStaff(queries)
    .where('state', '=', 'asked')
    .where('addressee_requests.id', '=', anyOf(ids, 'uuid'))
    .orderBy('asked_at');
  return (await rows.execute()) as StaffRequestRow[];
}

/** Also one that is decided. */
export async function selectForStaff(queries: Queries, id: string): Promise<StaffRequestRow | undefined> {
  const row = forStaff(queries).where('addressee_requests.id', '=', id);
  return (await row.executeTakeFirst()) as StaffRequestRow | undefined;
}
