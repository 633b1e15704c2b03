import { sql } from 'kysely';
import type { ActorId } from '../../actors/actors.ts';
import type { Lang } from '../../config/langs.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Queries } from '../../database/database.ts';

/** Who has a letter to themselves until when. */
export interface Taken {
  readonly id: string;
  readonly taker: string;
  readonly until: Date;
}

/** Which of these somebody else has. The caller has locked them, so that nobody takes one meanwhile. */
export async function takenByOthers(trx: Queries, ids: readonly string[], by: ActorId): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    SELECT h.letter_id AS id, coalesce(t.name, '') AS taker, h.taken_until AS until
    FROM held_letters h JOIN actors t ON t.id = h.taken_by
    WHERE h.letter_id = ${anyOf(ids, 'uuid')} AND h.taken_by <> ${by} AND h.taken_until > now()`.execute(trx);
  return rows;
}

interface OfLetter {
  readonly supporter_key: Buffer;
  readonly id: string;
}

/** @returns until when */
export async function setTaken(
  trx: Queries,
  letter: OfLetter,
  lang: Lang | null,
  by: ActorId,
  minutes: number,
): Promise<Date> {
  const { rows } = await sql<{ taken_until: Date }>`
    INSERT INTO held_letters (supporter_key, letter_id, lang, taken_by, taken_until)
      VALUES (${letter.supporter_key}, ${letter.id}, ${lang}, ${by}, now() + make_interval(mins => ${minutes}::int))
    ON CONFLICT (supporter_key, letter_id) DO UPDATE SET taken_by = excluded.taken_by, taken_until = excluded.taken_until
    RETURNING taken_until`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a letter that was locked could not be taken');
  return row.taken_until;
}

/** @returns whether somebody had it */
export async function setFree(trx: Queries, letter: OfLetter, by?: ActorId): Promise<boolean> {
  const taken = trx
    .updateTable('held_letters')
    .set({ taken_by: null, taken_until: null })
    .where('supporter_key', '=', letter.supporter_key)
    .where('letter_id', '=', letter.id)
    .where('taken_by', 'is not', null);
  const { numUpdatedRows } = await (by ? taken.where('taken_by', '=', by) : taken).executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface Unknown extends OfLetter {
  readonly text_sealed: Buffer | null;
}

/** Held letters of which nobody has read yet in which language they are. */
export async function selectUnknownHeld(queries: Queries, limit: number): Promise<Unknown[]> {
  const { rows } = await sql<Unknown>`
    SELECT l.supporter_key, l.id, l.text_sealed FROM letters_to_look_at t
    JOIN letters l ON l.supporter_key = t.supporter_key AND l.id = t.letter_id
    WHERE NOT t.lang_read ORDER BY t.since LIMIT ${limit}`.execute(queries);
  return rows;
}

/** One that is gone meanwhile is left out. */
export async function insertHeld(
  queries: Queries,
  letters: readonly (OfLetter & { readonly lang: Lang | null })[],
): Promise<void> {
  await sql`
    INSERT INTO held_letters (supporter_key, letter_id, lang)
      SELECT l.supporter_key, l.id, h.lang FROM letters l JOIN unnest(${letters.map(({ supporter_key }) => supporter_key)}::bytea[],
        ${letters.map(({ id }) => id)}::uuid[], ${letters.map(({ lang }) => lang)}::text[]) AS h (key, id, lang)
        ON l.supporter_key = h.key AND l.id = h.id ORDER BY l.supporter_key, l.id FOR NO KEY UPDATE OF l
    ON CONFLICT DO NOTHING`.execute(queries);
}
