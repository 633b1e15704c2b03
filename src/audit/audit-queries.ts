import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';

/** The columns of one entry, as they are written. */
export interface NewEntry {
  readonly made_by: ActorId;
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
  readonly operation: string;
  readonly item_kind: string;
  readonly item: string;
  readonly because: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
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

/**
 * Entries that fit, the latest first.
 * @param after the last one of the page before; undefined: from the latest
 */
export async function selectEntries(
  queries: Queries,
  { who, itemKind, item, from, before }: Filter,
  limit: number,
  after?: Pick<Entry, 'made_at' | 'id'>,
): Promise<Entry[]> {
  let entries = queries
    .selectFrom('audit_entries as e')
    .innerJoin('actors as a', 'a.id', 'e.made_by')
    .select([
      'a.kind',
      'a.name',
      'e.id',
      'e.made_at',
      'e.operation',
      'e.item_kind',
      'e.item',
      'e.because',
      'e.before',
      'e.after',
    ]);
  if (who !== undefined) entries = entries.where('a.name', '=', who);
  if (itemKind !== undefined) entries = entries.where('e.item_kind', '=', itemKind);
  if (item !== undefined) entries = entries.where('e.item', '=', item);
  if (from) entries = entries.where('e.made_at', '>=', from);
  if (before) entries = entries.where('e.made_at', '<', before);
  if (after) entries = entries.where(sql<boolean>`(e.made_at, e.id) < (${after.made_at}, ${after.id})`);
  const rows = await entries.orderBy('e.made_at', 'desc').orderBy('e.id', 'desc').limit(limit).execute();
  return rows.map(({ kind, name, ...entry }) => ({ ...entry, who: name ?? kind })) as Entry[];
}

export async function deleteEntriesBefore(queries: Queries, moment: Date): Promise<number> {
  const gone = await queries.deleteFrom('audit_entries').where('made_at', '<', moment).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
