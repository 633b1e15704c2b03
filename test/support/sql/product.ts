import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/config/root.ts';
import type { Room } from '../../../src/room.ts';
import { rooms } from '../../../src/rooms.ts';
import { isTest, roomFiles } from '../room-files.ts';
import { functionsIn } from './functions.ts';
import type { World } from './judge.ts';
import { columnsIn } from './schema.ts';
import { type Use, usesIn } from './uses.ts';

/** What goes over tables that it knows only while it runs, and why. */
const everyTable: Readonly<Record<string, string>> = {
  'backup/backup-queries.ts': 'a backup is of every table',
  'backup/loose-rules-queries.ts': 'constraints are left out and put back while tables are filled',
  'publications/row-rules.ts': 'each kind of publication is in a table of its room, which says so',
  'sealing/reseal-queries.ts': 'a change of keys seals every sealed column anew',
  'work/row-rules-queries.ts': 'rules come from the rooms, each for a table of its own',
};

/** The product as it stands: everything that its files ask of the database, and what they are held to. @param guests rooms beside it */
export function product(guests: readonly Room[] = []): { readonly uses: readonly Use[]; readonly world: World } {
  const src = join(root, 'src');
  const read = (file: string) => readFileSync(join(src, file), 'utf8');
  const theirs = guests.map(({ folder = '' }) => readFileSync(join(root, folder, 'tables.ts'), 'utf8'));
  const columns = new Map([read('database/schema.ts'), ...theirs].flatMap((text) => [...columnsIn(text)]));
  const migrations = readdirSync(join(src, 'database/migrations')).filter((name) => name.endsWith('.sql'));
  const functions = functionsIn(
    migrations.sort().map((name) => read(`database/migrations/${name}`)),
    columns,
  );
  return {
    uses: roomFiles(guests)
      .filter(({ file }) => isCode(file))
      .flatMap(({ file, text }) => usesIn(file, text, columns)),
    world: { rooms: [...rooms, ...guests], columns, functions, everyTable },
  };
}

function isCode(file: string): boolean {
  return /\.tsx?$/.test(file) && !isTest(file) && file !== 'database/schema.ts';
}
