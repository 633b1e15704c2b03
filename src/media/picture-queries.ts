import { sql } from 'kysely';
import type { Lang } from '../config/langs.ts';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import type { Focus, Licence, Picture, PictureWords } from './picture.ts';

const sizes = sql`coalesce((SELECT json_agg(json_build_object('hash', encode(s.hash, 'hex'), 'type', f.type, 'width', s.width,
    'height', s.height, 'bytes', f.size) ORDER BY s.width, f.type DESC)
  FROM picture_sizes s JOIN media_files f ON f.hash = s.hash WHERE s.picture_id = p.id), '[]')`;
const words = sql`coalesce((SELECT json_agg(json_build_object('lang', w.lang, 'alternative', w.alternative, 'caption', w.caption)
  ORDER BY w.lang) FROM picture_words w WHERE w.picture_id = p.id), '[]')`;
/** A picture as the program knows it, of `pictures p`. */
export const wholePicture = sql`p.id, p.name, p.credit, p.licence, p.decorative, p.focus, p.added_at AS "addedAt",
  ${sizes} AS sizes, ${words} AS words`;

/** @param lock until the transaction ends nobody else changes it */
export async function selectPicture(queries: Queries, id: string, lock = false): Promise<Picture | undefined> {
  const until = lock ? sql`FOR UPDATE OF p` : sql``;
  const { rows } = await sql<Picture>`SELECT ${wholePicture} FROM pictures p WHERE p.id = ${id} ${until}`.execute(
    queries,
  );
  return rows[0];
}

/** Those of which a file is a size. */
export async function selectPicturesOfFile(queries: Queries, hash: string): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom('picture_sizes')
    .select('picture_id')
    .where('hash', '=', Buffer.from(hash, 'hex'))
    .execute();
  return rows.map(({ picture_id }) => picture_id);
}

/** @param own its id, where that is known beforehand */
export async function insertPicture(trx: Queries, name: string, own?: string): Promise<string> {
  const row = { name, ...(own && { id: own }) };
  const { id } = await trx.insertInto('pictures').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export interface AboutPicture {
  readonly name: string;
  readonly credit: string | null;
  readonly licence: Licence | null;
  readonly decorative: boolean;
  readonly focus: Focus;
}

export async function updatePicture(trx: Queries, id: string, about: AboutPicture): Promise<void> {
  await trx.updateTable('pictures').set(about).where('id', '=', id).execute();
}

export async function putPictureWords(trx: Queries, id: string, said: PictureWords): Promise<void> {
  await trx
    .insertInto('picture_words')
    .values({ picture_id: id, ...said })
    .onConflict((known) => known.columns(['picture_id', 'lang']).doUpdateSet(said))
    .execute();
}

/** Of a picture that says nothing: a row in each language, as whatever is published in one has its words there. */
export async function makePictureWords(trx: Queries, id: string, langs: readonly Lang[]): Promise<void> {
  await sql`INSERT INTO picture_words (picture_id, lang) SELECT ${id}, lang FROM unnest(${[...langs]}::text[]) AS lang
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** With its words, sizes and place; the files of those sizes stay until `deleteLooseFiles`. */
export async function deletePictures(trx: Queries, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('pictures').where('id', '=', anyOf(ids, 'uuid')).execute();
}

/** By the names by which an operator knows them: their ids, as two may be called the same. */
export async function selectPictureNames(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.selectFrom('pictures').select('id').orderBy('added_at').execute();
  return new Map(rows.map(({ id }) => [id, id]));
}
