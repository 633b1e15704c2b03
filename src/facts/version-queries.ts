import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { DatasetName, Fields } from './shapes.ts';

/** A row as it stood from one revision until another, with who made both, when and why. */
export interface RowVersion {
  readonly key: string;
  readonly since: number;
  readonly until: number | null;
  readonly fields: Fields;
  readonly at: Date;
  readonly why: string;
  readonly who: string;
  readonly ended_at: Date | null;
  readonly ended_why: string | null;
  readonly ended_who: string | null;
}

/** All that a row said, and rows whose key begins as is said, in the order of revisions. @param begins without characters of patterns */
export async function selectVersions(
  queries: Queries,
  dataset: DatasetName,
  file: string,
  begins: string,
): Promise<RowVersion[]> {
  const { rows } = await sql<RowVersion>`SELECT f.key, f.since, f.until, f.fields, b.at, b.why, ab.name AS who,
      e.at AS ended_at, e.why AS ended_why, ae.name AS ended_who
    FROM facts f
    JOIN revisions b ON b.id = f.since JOIN actors ab ON ab.id = b.made_by
    LEFT JOIN revisions e ON e.id = f.until LEFT JOIN actors ae ON ae.id = e.made_by
    WHERE f.dataset = ${dataset} AND f.file = ${file} AND (f.key = ${begins} OR starts_with(f.key, ${`${begins}/`}))
    ORDER BY f.since, f.key`.execute(queries);
  return rows;
}

/** The number of the last revision of any data set; 0 where there is none. */
export async function selectLatest(queries: Queries): Promise<number> {
  const { rows } = await sql<{ id: number }>`SELECT coalesce(max(id), 0) AS id FROM revisions`.execute(queries);
  return rows[0]?.id ?? 0;
}
