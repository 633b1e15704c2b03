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
  readonly idType: 'uuid' | 'text';
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

/** The rows of a slice in its order, each with the value by which it stands there. */
export async function selectSlice<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { by, kind, id, idType }: Order,
  { descending, limit, from }: Slice,
): Promise<(Row & { position: string })[]> {
  const { type, written } = kinds[kind];
  const down = descending !== (from?.back ?? false);
  const way = down ? 'desc' : 'asc';
  let slice = query.select(written(by).as('position')).orderBy(by, way).orderBy(id, way).limit(limit);
  if (from)
    slice = slice.where(
      sql<boolean>`(${by}, ${id}) ${sql.raw(down ? '<' : '>')} (${from.value}::${sql.raw(type)}, ${from.id}::${sql.raw(idType)})`,
    );
  const rows = (await slice.execute()) as (Row & { position: string })[];
  return from?.back ? rows.reverse() : rows;
}
