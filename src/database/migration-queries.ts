import { sql } from 'kysely';
import type { Queries } from './database.ts';

export interface AppliedMigration {
  readonly name: string;
  readonly applied_at: Date;
}

/** Every migration that the database has had, in their order. */
export async function selectApplied(queries: Queries): Promise<AppliedMigration[]> {
  return (await sql<AppliedMigration>`SELECT name, applied_at FROM migrations ORDER BY name`.execute(queries)).rows;
}

export interface TableSize {
  readonly name: string;
  /** Bytes, with its indexes and what lies beside it. */
  readonly bytes: number;
  /** As PostgreSQL estimates it; undefined of a table that it has not looked at yet. */
  readonly rows: number | undefined;
}

/** The tables of this product, the largest first. */
export async function selectTableSizes(queries: Queries): Promise<TableSize[]> {
  const { rows } = await sql<{ name: string; bytes: string; rows: number }>`
    SELECT relname AS name, pg_total_relation_size(oid)::text AS bytes, reltuples::float8 AS rows
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY pg_total_relation_size(oid) DESC, relname`.execute(
    queries,
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes), rows: row.rows < 0 ? undefined : row.rows }));
}

/** @returns bytes of the whole database, and the version of the server */
export async function selectDatabase(
  queries: Queries,
): Promise<{ readonly bytes: number; readonly server: string } | undefined> {
  const { rows } = await sql<{ bytes: string; server: string }>`
    SELECT pg_database_size(current_database())::text AS bytes, current_setting('server_version') AS server`.execute(
    queries,
  );
  return rows[0] && { bytes: Number(rows[0].bytes), server: rows[0].server };
}
