import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Size } from './picture.ts';

/** Of one row: larger files stand in several. */
const PART = 1_048_576;

/** Until the transaction ends nobody else adds or removes files: what is left over is known, and what there is room for. */
export async function lockFiles(trx: Queries): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('media_files', 0))`.execute(trx);
}

/** Bytes that all files take. */
export async function totalBytes(queries: Queries): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`SELECT coalesce(sum(size), 0) AS bytes FROM media_files`.execute(
    queries,
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** A file that is stored already stays as it is: its name says what is in it. */
export async function insertFile(trx: Queries, { hash, type, bytes: size }: Size, bytes: Buffer): Promise<void> {
  const name = Buffer.from(hash, 'hex');
  const known = await trx
    .insertInto('media_files')
    .values({ hash: name, type, size })
    .onConflict((one) => one.doNothing())
    .returning('hash')
    .executeTakeFirst();
  if (!known) return;
  for (let place = 0; place * PART < bytes.length; place += 1)
    await trx
      .insertInto('media_parts')
      .values({ hash: name, place, bytes: bytes.subarray(place * PART, (place + 1) * PART) })
      .execute();
}

/** In place of those that it had. */
export async function putSizes(trx: Queries, id: string, sizes: readonly Size[]): Promise<void> {
  await trx.deleteFrom('picture_sizes').where('picture_id', '=', id).execute();
  const rows = sizes.map(({ hash, width, height }) => ({
    picture_id: id,
    hash: Buffer.from(hash, 'hex'),
    width,
    height,
  }));
  await trx
    .insertInto('picture_sizes')
    .values(rows)
    .onConflict((one) => one.doNothing())
    .execute();
}

/** What no picture has any more goes. */
export async function deleteLooseFiles(trx: Queries): Promise<void> {
  await sql`DELETE FROM media_files f WHERE NOT EXISTS (SELECT FROM picture_sizes s WHERE s.hash = f.hash)`.execute(
    trx,
  );
}

/** A stored file. */
export interface StoredFile {
  readonly hash: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** @returns undefined where there is none */
export async function selectFile(queries: Queries, hash: string): Promise<StoredFile | undefined> {
  const parts = await queries
    .selectFrom('media_files')
    .innerJoin('media_parts', 'media_parts.hash', 'media_files.hash')
    .select(['type', 'bytes'])
    .where('media_files.hash', '=', Buffer.from(hash, 'hex'))
    .orderBy('place')
    .execute();
  const [first] = parts;
  return first && { hash, type: first.type, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) };
}

/** How many there are. */
export async function totalFiles(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM media_files`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** Files whose bytes are not what their hash says, each with the ids of the pictures whose it is. */
export async function selectDamaged(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`SELECT encode(r.hash, 'hex') || ' of ' ||
      coalesce((SELECT string_agg(DISTINCT s.picture_id::text, ', ') FROM picture_sizes s WHERE s.hash = r.hash), 'none') AS said
    FROM media_files r WHERE r.hash IS DISTINCT FROM
      (SELECT sha256(string_agg(p.bytes, ''::bytea ORDER BY p.place)) FROM media_parts p WHERE p.hash = r.hash) ORDER BY 1`.execute(
    queries,
  );
  return rows.map(({ said }) => said);
}
