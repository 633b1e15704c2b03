import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import type { ItemText, Newest, NewVersion, Version, Words } from './version.ts';

/** @returns its number; undefined where another than this was the newest, or has become so meanwhile */
export async function insertVersion(
  trx: Queries,
  { item, lang, words, by, source, brought = false }: NewVersion,
  newest: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    INSERT INTO text_versions (item_id, lang, number, words, made_by, brought, source_lang, source_number)
    SELECT ${item}, ${lang}, ${newest + 1}, ${JSON.stringify(words)}::jsonb, ${by}, ${brought}, ${source?.lang ?? null},
      ${source?.number ?? null}::int
    WHERE ${newest} = (SELECT coalesce(max(number), 0) FROM text_versions WHERE item_id = ${item} AND lang = ${lang})
    ON CONFLICT DO NOTHING RETURNING number`.execute(trx);
  return rows[0]?.number;
}

const columns = [
  'item_id as item',
  'lang',
  'number',
  'words',
  'made_at as madeAt',
  'made_by as madeBy',
  'brought',
  'source_lang as sourceLang',
  'source_number as sourceNumber',
] as const;

/** One version. @param number undefined: the newest */
export async function selectVersion(
  queries: Queries,
  { item, lang }: ItemText,
  number?: number,
): Promise<Version | undefined> {
  const ofText = queries
    .selectFrom('text_versions')
    .select(columns)
    .where('item_id', '=', item)
    .where('lang', '=', lang);
  const one = number === undefined ? ofText : ofText.where('number', '=', number);
  return (await one.orderBy('number', 'desc').limit(1).executeTakeFirst()) as Version | undefined;
}

/** A version without its words, as a history lists it. */
export interface Listed extends Omit<Version, 'words'> {
  /** As colleagues know them; of whom there is only one, of which kind they are. */
  readonly who: string | null;
  readonly whoKind: string;
}

/** Versions of a text, the newest first. @param before the number of the last one of the page before */
export async function selectHistory(
  queries: Queries,
  { item, lang }: ItemText,
  limit: number,
  before?: number,
): Promise<Listed[]> {
  const history = queries
    .selectFrom('text_versions as v')
    .innerJoin('actors as a', 'a.id', 'v.made_by')
    .select([
      'v.item_id as item',
      'v.lang',
      'v.number',
      'v.made_at as madeAt',
      'v.made_by as madeBy',
      'v.brought',
      'v.source_lang as sourceLang',
      'v.source_number as sourceNumber',
      'a.name as who',
      'a.kind as whoKind',
    ])
    .where('v.item_id', '=', item)
    .where('v.lang', '=', lang);
  const page = before === undefined ? history : history.where('v.number', '<', before);
  return (await page.orderBy('v.number', 'desc').limit(limit).execute()) as Listed[];
}

/** Of each language of some things, the newest version, and whether what it was made from says something else now. */
export async function selectNewest(queries: Queries, items: readonly string[]): Promise<Newest[]> {
  const { rows } = await sql<Newest>`
    SELECT v.item_id AS item, v.lang, v.number, v.source_lang AS "sourceLang", v.source_number AS "sourceNumber", EXISTS (
      SELECT FROM text_versions s JOIN text_versions n ON n.item_id = s.item_id AND n.lang = s.lang
      WHERE s.item_id = v.item_id AND s.lang = v.source_lang AND s.number = v.source_number AND n.words <> s.words AND n.number = (
        SELECT max(number) FROM text_versions l WHERE l.item_id = s.item_id AND l.lang = s.lang)) AS "sourceMoved"
    FROM text_versions v
    WHERE v.item_id = ${anyOf(items, 'uuid')} AND v.number = (
      SELECT max(number) FROM text_versions l WHERE l.item_id = v.item_id AND l.lang = v.lang)`.execute(queries);
  return rows;
}

/** How many translations say what their source said before, and since when the first does. @param langs left out: in all */
export function countBehind(queries: Queries, langs?: readonly Lang[]): Promise<Counted> {
  const among = langs ? sql`AND v.lang = ${anyOf(langs, 'text')}` : sql``;
  const newest = (of: string) => sql`(SELECT max(number) FROM text_versions l
    WHERE l.item_id = ${sql.ref(`${of}.item_id`)} AND l.lang = ${sql.ref(`${of}.lang`)})`;
  return boundedCount(
    queries,
    sql`SELECT n.made_at AS at FROM text_versions v
      JOIN text_versions s ON s.item_id = v.item_id AND s.lang = v.source_lang AND s.number = v.source_number
      JOIN text_versions n ON n.item_id = s.item_id AND n.lang = s.lang AND n.words <> s.words AND n.number = ${newest('n')}
      WHERE v.number = ${newest('v')} ${among}`,
  );
}

/** The newest version of a text that says this; undefined: none does. */
export async function selectNumber(
  queries: Queries,
  { item, lang }: ItemText,
  words: Words,
): Promise<number | undefined> {
  const { rows } = await sql<{ number: number | null }>`SELECT max(number) AS number FROM text_versions
    WHERE item_id = ${item} AND lang = ${lang} AND words = ${JSON.stringify(words)}::jsonb`.execute(queries);
  return rows[0]?.number ?? undefined;
}

/** Who wrote a thing first; undefined: nothing is written of it yet. */
export async function selectAuthor(queries: Queries, item: string): Promise<ActorId | undefined> {
  const firsts = queries
    .selectFrom('text_versions')
    .select('made_by')
    .where('item_id', '=', item)
    .where('number', '=', 1);
  return (await firsts.where('source_lang', 'is', null).executeTakeFirst())?.made_by as ActorId | undefined;
}

/** The newest version that files brought. */
export async function selectBrought(queries: Queries, { item, lang }: ItemText): Promise<Version | undefined> {
  const ofText = queries
    .selectFrom('text_versions')
    .select(columns)
    .where('item_id', '=', item)
    .where('lang', '=', lang);
  return (await ofText.where('brought', '=', true).orderBy('number', 'desc').limit(1).executeTakeFirst()) as
    | Version
    | undefined;
}

/** The language in which a thing was written first, and its newest version. */
export async function selectOriginal(
  queries: Queries,
  item: string,
): Promise<{ readonly lang: Lang; readonly number: number } | undefined> {
  const { rows } = await sql<{ lang: Lang; number: number }>`
    SELECT o.lang, max(v.number) AS number FROM text_versions o JOIN text_versions v ON v.item_id = o.item_id AND v.lang = o.lang
    WHERE o.item_id = ${item} AND o.number = 1 AND o.source_lang IS NULL GROUP BY o.lang`.execute(queries);
  return rows[0];
}

export async function deleteVersions(trx: Queries, items: readonly string[]): Promise<void> {
  await trx.deleteFrom('text_versions').where('item_id', '=', anyOf(items, 'uuid')).execute();
}
