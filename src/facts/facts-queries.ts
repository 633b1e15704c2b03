import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { DatasetName, Fields } from './shapes.ts';

/** For whom a draft is left. */
export const draftKinds = ['newsroom', 'asks'] as const;

export interface Fact {
  readonly file: string;
  readonly key: string;
  readonly since: number;
  readonly until: number | null;
  readonly fields: Fields;
}

/** By which a row is known among all of its data set. */
export const nameOf = ({ file, key }: Pick<Fact, 'file' | 'key'>) => `${file}\n${key}`;

export interface Revision {
  readonly id: number;
  readonly at: Date;
  readonly made_by: ActorId;
  readonly why: string;
}

/** The rows of a data set as they stand, or stood at a revision, in the order of their files. */
export async function selectFacts(queries: Queries, dataset: DatasetName, revision?: number): Promise<Fact[]> {
  const isCurrent =
    revision === undefined ? sql`until IS NULL` : sql`since <= ${revision} AND (until IS NULL OR until > ${revision})`;
  const { rows } = await sql<Fact>`SELECT file, key, since, until, fields FROM facts
    WHERE dataset = ${dataset} AND ${isCurrent} ORDER BY file, position, key`.execute(queries);
  return rows;
}

/** Of every key the last row that somebody's revision began, whether it stands or not. */
export async function selectMadeBy(queries: Queries, dataset: DatasetName, by: ActorId): Promise<Fact[]> {
  const { rows } = await sql<Fact>`SELECT DISTINCT ON (file, key) file, key, since, until, fields FROM facts
    JOIN revisions ON revisions.id = since WHERE facts.dataset = ${dataset} AND made_by = ${by} ORDER BY file, key, since DESC`.execute(
    queries,
  );
  return rows;
}

/** Where the rows that stand stand in their files. */
export async function selectPositions(queries: Queries, dataset: DatasetName) {
  const { rows } = await sql<{ file: string; key: string; position: number }>`SELECT file, key, position FROM facts
    WHERE dataset = ${dataset} AND until IS NULL`.execute(queries);
  return rows;
}

/** Imports take turns. */
export async function lockFacts(trx: Queries): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('facts'))`.execute(trx);
}

/** The caller holds the lock of the facts. */
export async function insertRevision(
  trx: Queries,
  dataset: DatasetName,
  made: { by: ActorId; why: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`INSERT INTO revisions (id, dataset, made_by, why)
    SELECT coalesce(max(id), 0) + 1, ${dataset}, ${made.by}, ${made.why} FROM revisions RETURNING id`.execute(trx);
  return rows[0]?.id ?? 0;
}

export async function endFacts(
  trx: Queries,
  dataset: DatasetName,
  revision: number,
  ended: readonly { file: string; key: string }[],
): Promise<void> {
  await sql`UPDATE facts SET until = ${revision} FROM json_to_recordset(${JSON.stringify(ended)}::json) AS e (file text, key text)
    WHERE facts.dataset = ${dataset} AND facts.file = e.file AND facts.key = e.key AND facts.until IS NULL`.execute(
    trx,
  );
}

export async function insertFacts(
  trx: Queries,
  dataset: DatasetName,
  revision: number,
  begun: readonly { file: string; key: string; position: number; fields: Fields }[],
): Promise<void> {
  await sql`INSERT INTO facts (dataset, file, key, since, position, fields)
    SELECT ${dataset}, file, key, ${revision}, position, fields
    FROM json_to_recordset(${JSON.stringify(begun)}::json) AS b (file text, key text, position int, fields jsonb)`.execute(
    trx,
  );
}

/** The revisions of a data set, the newest first. */
export async function selectRevisions(queries: Queries, dataset: DatasetName): Promise<Revision[]> {
  const rows = await queries
    .selectFrom('revisions')
    .select(['id', 'at', 'made_by', 'why'])
    .where('dataset', '=', dataset)
    .orderBy('id', 'desc')
    .execute();
  return rows as Revision[];
}

/** Said of a row by its day, in whatever zone it begins. */
const mayBeWithheld = (of: 'facts' | 'now') =>
  sql<boolean>`${sql.ref(`${of}.fields`)} ->> 'public_on' > to_char(now() - interval '2 days', 'YYYY-MM-DD')`;

/** The first revision with a row that may not be public yet, in whatever zone; undefined where there is none. */
export async function selectFirstEmbargoed(queries: Queries, dataset: DatasetName): Promise<number | undefined> {
  const { rows } = await sql<{ first: number | null }>`SELECT min(since) AS first FROM facts
    WHERE dataset = ${dataset} AND ${mayBeWithheld('facts')}`.execute(queries);
  return rows[0]?.first ?? undefined;
}

/** How many rows become public within two weeks, and when the next one does. @param today in the zone of the site */
export function countSoonPublic(queries: Queries, today: string): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT to_date(fields ->> 'public_on', 'YYYY-MM-DD')::timestamptz AS at FROM facts
      WHERE until IS NULL AND fields ->> 'public_on' > ${today}
        AND fields ->> 'public_on' <= to_char(${today}::date + 14, 'YYYY-MM-DD')`,
  );
}

/** The rows that stand now and may not be public yet, in whatever zone, with their days. */
export async function selectWithheld(queries: Queries, dataset: DatasetName) {
  const { rows } = await sql<{ file: string; key: string; day: string }>`SELECT file, key, fields ->> 'public_on' AS day
    FROM facts WHERE dataset = ${dataset} AND until IS NULL
      AND ${mayBeWithheld('facts')}`.execute(queries);
  return rows;
}

/** The revisions with which such a row, or what stood before it, began or ended. */
export async function selectRevisionsOfWithheld(queries: Queries, dataset: DatasetName): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ since: number; until: number | null }>`SELECT f.since, f.until FROM facts f
    JOIN facts now ON now.dataset = f.dataset AND now.file = f.file AND now.key = f.key AND now.until IS NULL
    WHERE f.dataset = ${dataset}
      AND ${mayBeWithheld('now')}`.execute(queries);
  return new Set(rows.flatMap(({ since, until }) => [since, until ?? since]));
}

/** What a revision changed: rows that ended with it and rows that began. */
export async function selectChanges(queries: Queries, dataset: DatasetName, revision: number): Promise<Fact[]> {
  const { rows } = await sql<Fact>`SELECT file, key, since, until, fields FROM facts
    WHERE dataset = ${dataset} AND (since = ${revision} OR until = ${revision}) ORDER BY file, key, since`.execute(
    queries,
  );
  return rows;
}

export async function insertDraft(
  trx: Queries,
  revision: number,
  kind: (typeof draftKinds)[number],
  content: unknown,
): Promise<void> {
  await sql`INSERT INTO drafts (revision, kind, content) VALUES (${revision}, ${kind}, ${JSON.stringify(content)}::jsonb)`.execute(
    trx,
  );
}
