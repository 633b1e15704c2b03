import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import type { Database } from '../../src/database/database.ts';
import type { Room } from '../../src/room.ts';

/** The SQL that makes the tables of a room that only tests have. */
export function migrationOf({ folder = '' }: Room): string {
  return readFileSync(join(root, folder, 'migration.sql'), 'utf8');
}

/** A notice as somebody pinned it up. @param on the day on which it is shown first */
export async function storeNotice(database: Database, words: string, on: string): Promise<void> {
  const of = { id: randomUUID(), supporter_key: Buffer.alloc(32), address: 'board@mail.example' };
  await database
    .insertInto('notices')
    .values({ ...of, words, shown_on: on })
    .execute();
}
