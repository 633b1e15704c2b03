import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { RowKey, SealedColumn } from './sealing.ts';

/** A column of sealed values, with the columns of its table's primary key. */
export interface SealedPlace {
  readonly column: SealedColumn;
  readonly table: string;
  readonly name: string;
  readonly key: readonly string[];
  /** Where its rows stand as JSON that an upgrade could not leave in it: sealed for the place in which they were. */
  readonly aside?: string;
}

export interface SealedValue {
  /** By which the row is found in the table where it stands. */
  readonly at: RowKey;
  /** For which the value is sealed. */
  readonly row: RowKey;
  readonly sealed: Buffer;
}

/** Asked of the database, so that none is forgotten: every column of bytes whose name says so, each once more where rows are set aside. */
export async function sealedPlaces(queries: Queries): Promise<SealedPlace[]> {
  const { rows } = await sql<SealedPlace>`
    SELECT c.relname || '.' || a.attname AS column, c.relname AS table, a.attname AS name,
      (SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int2[], k.attnum)) FROM pg_index i
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attname LIKE '%\\_sealed'
      AND a.atttypid = 'bytea'::regtype
    ORDER BY 1`.execute(queries);
  const { rows: asides } = await sql<{ aside: string }>`
    SELECT table_name AS aside FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'from_table'`.execute(
    queries,
  );
  return [...rows, ...asides.flatMap(({ aside }) => rows.map((place) => ({ ...place, aside })))];
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

const standsIn = ({ table, aside }: SealedPlace) => sql.table(aside ?? table);
const foundBy = ({ key, aside }: SealedPlace) => (aside ? ['id'] : key);
const keyOf = (place: SealedPlace) => sql.join(foundBy(place).map((part) => sql.ref(part)));
/** Bytes stand in JSON as PostgreSQL writes them. */
const sealedIn = ({ name, table, aside }: SealedPlace) =>
  aside
    ? sql<Buffer>`(CASE WHEN from_table = ${table} AND contents ->> ${name}::text ~ '^\\\\x([0-9a-f]{2})+$'
        THEN (contents ->> ${name}::text)::bytea END)`
    : sql.ref<Buffer>(name);
const stale = (place: SealedPlace, head: Buffer) =>
  sql`${sealedIn(place)} IS NOT NULL AND substring(${sealedIn(place)} FROM 1 FOR ${head.length}::int) <> ${head}`;

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
  const row = place.aside ? sql`contents` : sql`NULL`;
  const { rows } = await sql<Record<string, Buffer | string> & { sealed: Buffer; row: Record<string, string> | null }>`
    SELECT ${keyOf(place)}, ${sealedIn(place)} AS sealed, ${row} AS row FROM ${standsIn(place)} WHERE ${stale(place, head)} ${later}
    ORDER BY ${keyOf(place)} LIMIT ${limit} FOR NO KEY UPDATE SKIP LOCKED`.execute(trx);
  return rows.map(({ sealed, row, ...found }) => {
    const at = foundBy(place).map((part) => found[part] ?? '');
    return { at, sealed, row: row ? place.key.map((part) => fromJson(row[part] ?? '')) : at };
  });
}

function fromJson(value: string): Buffer | string {
  return value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value;
}

export async function writeSealed(trx: Queries, place: SealedPlace, at: RowKey, sealed: Buffer): Promise<void> {
  const written = place.aside
    ? sql`contents = jsonb_set(contents, ARRAY[${place.name}::text], to_jsonb(${sealed}::bytea))`
    : sql`${sql.ref(place.name)} = ${sealed}`;
  await sql`UPDATE ${standsIn(place)} SET ${written} WHERE (${keyOf(place)}) = (${sql.join([...at])})`.execute(trx);
}

export async function countStale(queries: Queries, place: SealedPlace, head: Buffer): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${standsIn(place)} WHERE ${stale(place, head)}`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** How many values of a column begin in which way: version and number of the key. */
export async function countByHead(queries: Queries, place: SealedPlace): Promise<{ head: Buffer; values: number }[]> {
  const { rows } = await sql<{ head: Buffer; values: number }>`
    SELECT substring(value FROM 1 FOR CASE substring(value FROM 1 FOR 1) WHEN '\\x01'::bytea THEN 1 ELSE 3 END) AS head, count(*) AS values
    FROM (SELECT ${sealedIn(place)} AS value FROM ${standsIn(place)}) v WHERE value IS NOT NULL GROUP BY 1`.execute(
    queries,
  );
  return rows;
}
