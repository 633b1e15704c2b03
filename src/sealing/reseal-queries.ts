import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { RowKey, SealedColumn } from './sealing.ts';

/** A column of sealed values, with the columns of its table's primary key. */
export interface SealedPlace {
  readonly column: SealedColumn;
  readonly table: string;
  readonly name: string;
  readonly key: readonly string[];
}

export interface SealedValue {
  readonly row: RowKey;
  readonly sealed: Buffer;
}

/** Asked of the database, so that none is forgotten: every column of bytes whose name says so. */
export async function sealedPlaces(queries: Queries): Promise<SealedPlace[]> {
  const { rows } = await sql<SealedPlace>`
    SELECT c.relname || '.' || a.attname AS column, c.relname AS table, a.attname AS name,
      (SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int2[], k.attnum)) FROM pg_index i
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attname LIKE '%\\_sealed'
      AND a.atttypid = 'bytea'::regtype
    ORDER BY 1`.execute(queries);
  return rows;
}

/** Whether any row of any table has what only this install's keys open, or find: a sealed value, or a supporter's key. */
export async function holdsWhatKeysMade(queries: Queries): Promise<boolean> {
  const { rows: places } = await sql<{ table: string; name: string }>`
    SELECT c.relname AS table, a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype
      AND (a.attname LIKE '%\\_sealed' OR a.attname = 'supporter_key')`.execute(queries);
  for (const { table, name } of places) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE ${sql.ref(name)} IS NOT NULL LIMIT 1`.execute(
      queries,
    );
    if (rows.length > 0) return true;
  }
  return false;
}

const keyOf = ({ key }: SealedPlace) => sql.join(key.map((part) => sql.ref(part)));
const stale = ({ name }: SealedPlace, head: Buffer) =>
  sql`${sql.ref(name)} IS NOT NULL AND substring(${sql.ref(name)} FROM 1 FOR ${head.length}::int) <> ${head}`;

/**
 * Takes and locks the next values that do not begin with `head`, in the order of their keys. Rows that somebody holds are left out: nobody
 * waits for this, and this for nobody.
 */
export async function takeStale(
  trx: Queries,
  place: SealedPlace,
  head: Buffer,
  after: RowKey | undefined,
  limit: number,
): Promise<SealedValue[]> {
  const later = after ? sql`AND (${keyOf(place)}) > (${sql.join([...after])})` : sql``;
  const { rows } = await sql<Record<string, Buffer | string>>`
    SELECT ${keyOf(place)}, ${sql.ref(place.name)} FROM ${sql.table(place.table)} WHERE ${stale(place, head)} ${later}
    ORDER BY ${keyOf(place)} LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`.execute(trx);
  return rows.map((row) => ({ row: place.key.map((part) => row[part] ?? ''), sealed: row[place.name] as Buffer }));
}

export async function writeSealed(trx: Queries, place: SealedPlace, row: RowKey, sealed: Buffer): Promise<void> {
  await sql`UPDATE ${sql.table(place.table)} SET ${sql.ref(place.name)} = ${sealed}
    WHERE (${keyOf(place)}) = (${sql.join([...row])})`.execute(trx);
}

export async function countStale(queries: Queries, place: SealedPlace, head: Buffer): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${sql.table(place.table)} WHERE ${stale(place, head)}`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** How many values of a column begin in which way: version and number of the key. */
export async function countByHead(queries: Queries, place: SealedPlace): Promise<{ head: Buffer; values: number }[]> {
  const { rows } = await sql<{ head: Buffer; values: number }>`
    SELECT substring(${sql.ref(place.name)} FROM 1 FOR 3) AS head, count(*) AS values FROM ${sql.table(place.table)}
    WHERE substring(${sql.ref(place.name)} FROM 1 FOR 1) <> '\\x01'::bytea GROUP BY 1
    UNION ALL SELECT '\\x01'::bytea, count(*) FROM ${sql.table(place.table)}
      WHERE substring(${sql.ref(place.name)} FROM 1 FOR 1) = '\\x01'::bytea`.execute(queries);
  return rows.filter(({ values }) => values > 0);
}
