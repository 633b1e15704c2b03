import { operatorAt } from '../../src/actors/at-the-machine.ts';
import { contentContext, loadContent } from '../../src/content.ts';
import { rooms } from '../../src/rooms.ts';
import type { ContentReport } from '../../src/starting-content/bring.ts';
import { contentCommand } from '../../src/starting-content/command.ts';
import { type LaterContent, laterContent } from './content.ts';
import { type FreshDatabase, startingDatabase } from './database.ts';

/** What a pass reports that found nothing to do. */
export const NOTHING: ContentReport = { added: 0, changed: 0, first: false, waiting: 0 };

/** An install with the starting content, and the content of a later version. */
export interface Upgrading {
  readonly fresh: FreshDatabase;
  readonly later: LaterContent;
  upgrade(): Promise<ContentReport>;
  /** As Amina, at the machine. */
  types(words: string): Promise<string[]>;
  query<Row extends object = Record<string, unknown>>(statement: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function startUpgrading(): Promise<Upgrading> {
  const [fresh, later] = await Promise.all([startingDatabase(), laterContent()]);
  const context = async () => contentContext('UTC', await operatorAt(fresh.database, 'Amina'), 'accepted by Amina');
  return {
    fresh,
    later,
    upgrade: () => loadContent(fresh.database, 'UTC', { root: later.root }),
    types: (words) => contentCommand(fresh.database, rooms, words.split(' '), context),
    query: async (statement, values) => (await fresh.pool.query(statement, values)).rows,
    drop: async () => {
      await fresh.drop();
      await later.drop();
    },
  };
}
