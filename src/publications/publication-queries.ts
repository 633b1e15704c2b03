import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { LanguageState } from './publication-kind.ts';

export interface PublicationRow {
  readonly id: string;
  readonly embargoed_until: Date | null;
  readonly withdrawn_at: Date | null;
  readonly hidden_at: Date | null;
  readonly languages: readonly LanguageState[];
}

/** Every publication of some kinds, with its languages. */
export async function selectPublications(queries: Queries, kinds: readonly string[]): Promise<PublicationRow[]> {
  const [items, languages] = await Promise.all([
    queries
      .selectFrom('publications')
      .select(['id', 'embargoed_until', 'withdrawn_at', 'hidden_at'])
      .where('kind', '=', anyOf(kinds, 'text'))
      .execute(),
    queries
      .selectFrom('publication_languages')
      .innerJoin('publications', 'id', 'publication_id')
      .select(['publication_id', 'lang', 'state', 'public_from'])
      .where('kind', '=', anyOf(kinds, 'text'))
      .orderBy('lang')
      .execute(),
  ]);
  const of = Map.groupBy(languages, ({ publication_id }) => publication_id);
  return items.map((item) => ({ ...item, languages: of.get(item.id) ?? [] })) as unknown as PublicationRow[];
}

/** How many languages of things wait for a review. */
export function countInReview(queries: Queries): Promise<Counted> {
  return boundedCount(queries, sql`SELECT decided_at AS at FROM publication_languages WHERE state = 'in-review'`);
}

/** How many things have an embargo that ends within two weeks, and when the next one does. */
export function countEndingEmbargoes(queries: Queries): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT embargoed_until AS at FROM publications
      WHERE embargoed_until > now() AND embargoed_until < now() + interval '14 days' AND withdrawn_at IS NULL`,
  );
}

/** How many become public by themselves, and when the next one does. */
export function countScheduled(queries: Queries): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT public_from AS at FROM publication_languages WHERE state = 'scheduled' AND public_from > now()`,
  );
}

/** One publication, with its languages. */
export async function selectPublication(queries: Queries, id: string): Promise<PublicationRow> {
  const found = await findPublication(queries, id);
  if (!found) throw new Error('no publication');
  return found;
}

/** The same, where there is one. */
export async function findPublication(queries: Queries, id: string): Promise<PublicationRow | undefined> {
  const [item, languages] = await Promise.all([
    queries
      .selectFrom('publications')
      .select(['id', 'embargoed_until', 'withdrawn_at', 'hidden_at'])
      .where('id', '=', id)
      .executeTakeFirst(),
    queries
      .selectFrom('publication_languages')
      .select(['lang', 'state', 'public_from'])
      .where('publication_id', '=', id)
      .orderBy('lang')
      .execute(),
  ]);
  return item && ({ ...item, languages } as unknown as PublicationRow);
}

/** A thing that is new; what stands of one that is known stays. */
export async function insertPublication(queries: Queries, id: string, kind: string): Promise<void> {
  await queries
    .insertInto('publications')
    .values({ id, kind })
    .onConflict((known) => known.doNothing())
    .execute();
}

export async function insertPublished(
  queries: Queries,
  id: string,
  langs: readonly Lang[],
  by: ActorId,
): Promise<void> {
  await sql`INSERT INTO publication_languages (publication_id, lang, state, public_from, decided_by)
    SELECT ${id}, lang, 'published', now(), ${by} FROM unnest(${[...langs]}::text[]) AS lang ON CONFLICT DO NOTHING`.execute(
    queries,
  );
}

/** Languages that are new to a thing, for those who make it; what stands of those that are known stays. */
export async function insertDrafts(queries: Queries, id: string, langs: readonly Lang[], by: ActorId): Promise<void> {
  await sql`INSERT INTO publication_languages (publication_id, lang, state, decided_by)
    SELECT ${id}, lang, 'draft', ${by} FROM unnest(${[...langs]}::text[]) AS lang ON CONFLICT DO NOTHING`.execute(
    queries,
  );
}

/** A language back to where readers don't see it. */
export async function setUnpublished(
  queries: Queries,
  id: string,
  langs: readonly Lang[],
  state: 'draft' | 'in-review',
  by: ActorId,
): Promise<void> {
  await sql`INSERT INTO publication_languages (publication_id, lang, state, decided_by)
    SELECT ${id}, lang, ${state}, ${by} FROM unnest(${[...langs]}::text[]) AS lang
    ON CONFLICT (publication_id, lang) DO UPDATE
      SET state = excluded.state, public_from = NULL, decided_at = now(), decided_by = excluded.decided_by`.execute(
    queries,
  );
}

/** Published at once, or scheduled where the moment is to come by the database's clock. @param from undefined: now */
export async function setPublic(
  queries: Queries,
  id: string,
  langs: readonly Lang[],
  from: Date | undefined,
  by: ActorId,
): Promise<void> {
  const moment = from ? sql`${from}::timestamptz` : sql`now()`;
  await sql`INSERT INTO publication_languages (publication_id, lang, state, public_from, decided_by)
    SELECT ${id}, lang, CASE WHEN ${moment} > now() THEN 'scheduled' ELSE 'published' END, ${moment}, ${by}
    FROM unnest(${[...langs]}::text[]) AS lang
    ON CONFLICT (publication_id, lang) DO UPDATE SET state = excluded.state, public_from = excluded.public_from,
      decided_at = now(), decided_by = excluded.decided_by`.execute(queries);
}

export type Barrier = 'withdrawn' | 'hidden';

/** @param why undefined: no longer */
export async function setBarrier(
  queries: Queries,
  id: string,
  barrier: Barrier,
  why: string | undefined,
  by: ActorId,
): Promise<void> {
  const set = why === undefined ? sql`NULL, NULL, NULL` : sql`now(), ${by}, ${why}`;
  const columns = sql.join(['at', 'by', 'because'].map((what) => sql.ref(`${barrier}_${what}`)));
  await sql`UPDATE publications SET (${columns}) = ROW(${set}) WHERE id = ${id}`.execute(queries);
}

/** @param until undefined: none any more */
export async function setEmbargo(
  queries: Queries,
  id: string,
  until: Date | undefined,
  why: string,
  by: ActorId,
): Promise<void> {
  const embargo = until
    ? { embargoed_until: until, embargoed_by: by, embargoed_because: why }
    : { embargoed_until: null, embargoed_by: null, embargoed_because: null };
  await queries.updateTable('publications').set(embargo).where('id', '=', id).execute();
}

/** One publication, locked: who changes it takes turns. */
export async function lockPublication(queries: Queries, id: string) {
  return queries
    .selectFrom('publications')
    .select(['id', 'embargoed_until', 'withdrawn_at', 'hidden_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** A thing's languages as they are at this moment: what was scheduled is published once its moment has come. */
export async function selectStates(queries: Queries, id: string): Promise<Pick<LanguageState, 'lang' | 'state'>[]> {
  const { rows } = await sql<Pick<LanguageState, 'lang' | 'state'>>`
    SELECT lang, CASE WHEN state = 'scheduled' AND public_from <= now() THEN 'published' ELSE state END AS state
    FROM publication_languages WHERE publication_id = ${id}`.execute(queries);
  return rows;
}

export async function deletePublications(trx: Queries, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('publications').where('id', '=', anyOf(ids, 'uuid')).execute();
}
