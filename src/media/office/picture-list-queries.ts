import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';
import { isId } from '../../database/is-id.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../../database/slice.ts';
import type { Picture } from '../picture.ts';
import { wholePicture } from '../picture-queries.ts';

export type ListedPicture = Picture & { readonly position: string };

const id = sql`p.id`;
const orders = {
  added: { by: sql`p.added_at`, kind: 'moment', id, idType: 'uuid' },
  name: { by: sql`p.name`, kind: 'text', id, idType: 'uuid' },
} as const satisfies Readonly<Record<string, Order>>;
export type PictureSort = keyof typeof orders;

export interface SoughtPictures {
  /** An id, or a part of what staff call it. */
  readonly q?: string | undefined;
  readonly described?: 'missing' | 'whole' | undefined;
}

/** Pictures as the office lists them; there is never room for so many that looking through them all takes long. */
export async function selectPictureSlice(
  queries: Queries,
  { q, described }: SoughtPictures,
  sort: PictureSort,
  slice: Slice,
): Promise<ListedPicture[]> {
  const { position, within, ordered } = sliceParts(orders[sort], slice);
  const part = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const sought =
    q === undefined ? sql`true` : sql`(p.id = ${isId(q) ? q : null}::uuid OR folded(p.name) LIKE folded(${part}))`;
  const whole = sql`(p.decorative OR (SELECT count(*) FROM picture_words w WHERE w.picture_id = p.id AND w.alternative IS NOT NULL) = 4)`;
  const fits = described === undefined ? sql`true` : described === 'whole' ? whole : sql`NOT ${whole}`;
  const { rows } = await sql<ListedPicture>`SELECT ${wholePicture}, ${position} AS position FROM pictures p
    WHERE ${within} AND ${sought} AND ${fits} ${ordered}`.execute(queries);
  return inOrder(rows, slice);
}
