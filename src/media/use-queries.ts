import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Picture } from './picture.ts';
import { wholePicture } from './picture-queries.ts';

/** What shows a picture: its id, and which kind of authored thing it is. */
export interface Use {
  readonly id: string;
  readonly kind: string;
}

/** Everything that shows one picture. */
export function selectUses(queries: Queries, picture: string): Promise<Use[]> {
  return queries
    .selectFrom('picture_uses as u')
    .innerJoin('publications as p', 'p.id', 'u.used_by')
    .select(['p.id', 'p.kind'])
    .distinct()
    .where('u.picture_id', '=', picture)
    .orderBy('p.id')
    .execute();
}

/** The picture that a thing is shown with, or would be. */
export async function selectUseOf(queries: Queries, thing: string): Promise<Picture | undefined> {
  const { rows } = await sql<Picture>`SELECT ${wholePicture} FROM picture_uses u JOIN pictures p ON p.id = u.picture_id
    WHERE u.used_by = ${thing} AND u.place = 0`.execute(queries);
  return rows[0];
}

export type UsedPicture = Picture & { readonly usedBy: string };

/** Every picture that opens something, once for each of these. */
export async function selectUsedPictures(queries: Queries): Promise<UsedPicture[]> {
  const { rows } = await sql<UsedPicture>`SELECT ${wholePicture}, u.used_by AS "usedBy" FROM picture_uses u
    JOIN pictures p ON p.id = u.picture_id WHERE u.place = 0 ORDER BY u.used_by`.execute(queries);
  return rows;
}

/** Nothing shows it any more. */
export async function endUses(trx: Queries, picture: string): Promise<void> {
  await trx.deleteFrom('picture_uses').where('picture_id', '=', picture).execute();
}

/** In place of the one that it had. @param picture undefined: it has none any more */
export async function putUse(trx: Queries, thing: string, picture: string | undefined): Promise<void> {
  if (picture === undefined) {
    await trx.deleteFrom('picture_uses').where('used_by', '=', thing).where('place', '=', 0).execute();
    return;
  }
  await trx
    .insertInto('picture_uses')
    .values({ used_by: thing, picture_id: picture })
    .onConflict((known) => known.columns(['used_by', 'place']).doUpdateSet({ picture_id: picture }))
    .execute();
}
