import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { root } from '../../src/config/root.ts';
import type { Database } from '../../src/database/database.ts';
import type { Room } from '../../src/room.ts';

/** The SQL that makes the tables of a room that only tests have. */
export function migrationOf({ folder = '' }: Room): string {
  return readFileSync(join(root, folder, 'migration.sql'), 'utf8');
}

/** As many notices at once. */
export async function storeNotices(database: Database, count: number): Promise<void> {
  await sql`INSERT INTO notices (id, supporter_key, address, words)
    SELECT gen_random_uuid(), '\\x00', 'board@mail.example', 'A chair' FROM generate_series(1, ${count})`.execute(
    database,
  );
}

/** Numbered ones, a microsecond after each other, shown from some days on. */
export async function storeManyNotices(database: Database, count: number): Promise<void> {
  await sql`INSERT INTO notices (id, supporter_key, address, words, at, shown_on)
    SELECT gen_random_uuid(), '\\x00', 'board@mail.example', 'chair ' || lpad(n::text, 5, '0'),
      '2026-01-01T00:00Z'::timestamptz + n * interval '1 microsecond', '2026-01-01'::date + n % 7
    FROM generate_series(1, ${count}) n`.execute(database);
}

/** A notice as somebody pinned it up. @param on the day on which it is shown first */
export async function storeNotice(database: Database, words: string, on: string): Promise<void> {
  const of = { id: randomUUID(), supporter_key: Buffer.alloc(32), address: 'board@mail.example' };
  await database
    .insertInto('notices')
    .values({ ...of, words, shown_on: on })
    .execute();
}
