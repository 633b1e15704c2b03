import type pg from 'pg';
import { rooms } from '../../src/rooms.ts';
import { noticeboard } from '../fixtures/rooms/noticeboard/room.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { migrationOf } from './noticeboard.ts';
import type { Row } from './rows.ts';
import { rowsOf, tablesIn } from './tables.ts';

/** Every table of the product, and of a room that is added: what is asked of tables is asked of its too. */
export const tables = await tablesIn([...rooms, noticeboard]);

/** A row of each, and what stands beside them, in the order in which they can be stored. */
export const everyRow = rowsOf(tables);

/** A database with all of them, empty. */
export async function databaseOfEveryTable(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  await fresh.pool.query(migrationOf(noticeboard));
  return fresh;
}

export async function storeRow(client: pg.ClientBase, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`).join(', ');
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
}
