import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { type Order, type Slice, selectSlice } from '../database/slice.ts';

/** The columns of one entry, as they are written. */
export interface NewEntry {
  readonly made_by: ActorId;
  /** `machine`, or `office firefox linux`. */
  readonly made_from: string;
  readonly operation: string;
  readonly item_kind: string;
  readonly item: string;
  readonly because: string | null;
  /** JSON. */
  readonly before: string | null;
  readonly after: string | null;
}

/** One entry, with the name of whoever made it. */
export interface Entry {
  readonly id: string;
  readonly made_at: Date;
  readonly who: string;
  /** `machine`, or `office firefox linux`; null: nobody wrote it down then. */
  readonly made_from: string | null;
  readonly operation: string;
  readonly item_kind: string;
  readonly item: string;
  /** What it is called, where that is a person's name. */
  readonly item_name: string | null;
  readonly because: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** The moment in full, by which it is in order. */
  readonly position: string;
}

export interface Filter {
  /** As they are named among actors. */
  readonly who?: string | undefined;
  readonly itemKind?: string | undefined;
  readonly item?: string | undefined;
  /** The first moment that counts. */
  readonly from?: Date | undefined;
  /** The first moment that counts no longer. */
  readonly before?: Date | undefined;
}

export async function insertEntry(trx: Queries, entry: NewEntry): Promise<void> {
  await trx.insertInto('audit_entries').values(entry).execute();
}

function entries(queries: Queries) {
  return queries
    .selectFrom('audit_entries as e')
    .innerJoin('actors as a', 'a.id', 'e.made_by')
    .leftJoin('actors as of', (join) => join.on(sql<boolean>`e.item_kind = 'account' AND of.id::text = e.item`))
    .select(['a.kind', 'a.name', 'e.id', 'e.made_at', 'e.made_from', 'e.operation', 'e.item_kind', 'e.item'])
    .select('of.name as item_name')
    .select(['e.because', 'e.before', 'e.after']);
}

const byMoment: Order = { by: sql.ref('e.made_at'), kind: 'moment', id: sql.ref('e.id'), idType: 'uuid' };

/** A slice of the entries that fit, in the order of their moments. */
export async function selectEntrySlice(
  queries: Queries,
  { who, itemKind, item, from, before }: Filter,
  slice: Slice,
): Promise<Entry[]> {
  let found = entries(queries);
  // Looked up first, so that one person's entries are found in their order.
  if (who !== undefined)
    found = found.where('e.made_by', '=', sql<string>`(SELECT id FROM actors WHERE name = ${who})`);
  if (itemKind !== undefined) found = found.where('e.item_kind', '=', itemKind);
  if (item !== undefined) found = found.where('e.item', '=', item);
  if (from) found = found.where('e.made_at', '>=', from);
  if (before) found = found.where('e.made_at', '<', before);
  return (await selectSlice(found, byMoment, slice)).map(readable);
}

/** The latest of those that fit. */
export function selectEntries(queries: Queries, filter: Filter, limit: number): Promise<Entry[]> {
  return selectEntrySlice(queries, filter, { descending: true, limit });
}

/** How often somebody has done something since a moment. */
export async function countEntriesSince(
  queries: Queries,
  { by, operation, since }: { readonly by: ActorId; readonly operation: string; readonly since: Date },
): Promise<number> {
  const { n } = await queries
    .selectFrom('audit_entries')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('made_by', '=', by)
    .where('made_at', '>', since)
    .where('operation', '=', operation)
    .executeTakeFirstOrThrow();
  return n;
}

export async function selectEntry(queries: Queries, id: string): Promise<Entry | undefined> {
  const entry = await entries(queries).select(sql<string>`''`.as('position')).where('e.id', '=', id).executeTakeFirst();
  return entry && readable(entry);
}

interface EntryRow {
  readonly kind: string;
  readonly name: string | null;
}

function readable<Row extends EntryRow>({ kind, name, ...entry }: Row): Entry {
  return { ...entry, who: name ?? kind } as unknown as Entry;
}

export async function deleteEntriesBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('audit_entries').where('made_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
