import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';

/** By what rows may be in order: how PostgreSQL takes a value of it from a text, and how it is written to the last digit. */
const kinds = {
  moment: {
    type: 'timestamptz',
    written: (by: RawBuilder<unknown>) =>
      sql<string>`to_char(${by} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
  day: { type: 'date', written: (by: RawBuilder<unknown>) => sql<string>`to_char(${by}, 'YYYY-MM-DD')` },
  number: { type: 'bigint', written: (by: RawBuilder<unknown>) => sql<string>`${by}::text` },
  text: { type: 'text', written: (by: RawBuilder<unknown>) => sql<string>`${by}` },
} as const;

export type OrderKind = keyof typeof kinds;

/** An order of rows; of what is the same the id decides. Both stand in one index, and neither is ever NULL. */
export interface Order {
  readonly by: RawBuilder<unknown>;
  readonly kind: OrderKind;
  readonly id: RawBuilder<unknown>;
  readonly idType: 'uuid' | 'text' | 'bigint';
}

/** Between which rows a slice begins. */
export interface Beginning {
  /** Of the row beside it, in the order's own writing. */
  readonly value: string;
  readonly id: string;
  /** Whether the slice ends there instead. */
  readonly back: boolean;
}

/** A part of many rows in an order: found by an index, however far behind it lies. */
export interface Slice {
  readonly descending: boolean;
  readonly limit: number;
  /** Left out: it begins with the first row. */
  readonly from?: Beginning | undefined;
}

/** The parts of a SELECT that make a slice of it. */
interface SliceParts {
  /** By which value a row stands where it stands. */
  readonly position: RawBuilder<string>;
  readonly within: RawBuilder<boolean>;
  readonly ordered: RawBuilder<unknown>;
}

/** For SQL that stands in one piece; its rows come in the order of the slice unless that goes back. */
export function sliceParts(order: Order, { descending, limit, from }: Slice): SliceParts {
  const { by, kind, id } = order;
  const down = descending !== (from?.back ?? false);
  const [way, beyond] = down ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  return {
    position: kinds[kind].written(by),
    within: from ? sql<boolean>`(${by}, ${id}) ${beyond} (${beginning(order, from)})` : sql<boolean>`true`,
    ordered: sql`ORDER BY ${by} ${way}, ${id} ${way} LIMIT ${limit}`,
  };
}

const beginning = ({ kind, idType }: Order, { value, id }: Beginning) =>
  sql`${value}::${sql.raw(kinds[kind].type)}, ${id}::${sql.raw(idType)}`;

/** Rows that are the same in some columns, and in which. */
export interface Group {
  readonly columns: readonly RawBuilder<unknown>[];
  readonly values: readonly RawBuilder<unknown>[];
}

/**
 * The same of a group alone, where an index has its columns before those of the order. Said as a part of that index and not as equal
 * values, so that no other index can be taken, whatever PostgreSQL believes about how many there are: as many rows are read as are given.
 */
export function groupSliceParts(order: Order, slice: Slice, group: Group): Omit<SliceParts, 'position'> {
  const down = slice.descending !== (slice.from?.back ?? false);
  const [way, beyond, upTo] = down ? [sql`DESC`, sql`<`, sql`>=`] : [sql`ASC`, sql`>`, sql`<=`];
  const [columns, values] = [sql.join(group.columns), sql.join(group.values)];
  const each = [...group.columns, order.by, order.id].map((column) => sql`${column} ${way}`);
  const begins = slice.from
    ? sql`(${columns}, ${order.by}, ${order.id}) ${beyond} (${values}, ${beginning(order, slice.from)})`
    : sql`(${columns}) ${beyond}= (${values})`;
  return {
    within: sql<boolean>`${begins} AND (${columns}) ${upTo} (${values})`,
    ordered: sql`ORDER BY ${sql.join(each)} LIMIT ${slice.limit}`,
  };
}

/** The rows of a slice in its order, each with the value by which it stands there. */
export async function selectSlice<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  order: Order,
  slice: Slice,
): Promise<(Row & { position: string })[]> {
  const { position, within, ordered } = sliceParts(order, slice);
  const rows = await query.select(position.as('position')).where(within).modifyEnd(ordered).execute();
  return inOrder(rows as (Row & { position: string })[], slice);
}

/** Rows as SQL gave them, in the order of their slice. */
export function inOrder<Row>(rows: Row[], { from }: Slice): Row[] {
  return from?.back ? rows.reverse() : rows;
}
