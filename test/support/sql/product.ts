import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/config/root.ts';
import { rooms } from '../../../src/rooms.ts';
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

/** The product as it stands: everything that its files ask of the database, and what they are held to. */
export function product(): { readonly uses: readonly Use[]; readonly world: World } {
  const src = join(root, 'src');
  const read = (file: string) => readFileSync(join(src, file), 'utf8');
  const columns = columnsIn(read('database/schema.ts'));
  const migrations = readdirSync(join(src, 'database/migrations')).filter((name) => name.endsWith('.sql'));
  const functions = functionsIn(
    migrations.sort().map((name) => read(`database/migrations/${name}`)),
    columns,
  );
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(isCode);
  return {
    uses: files.flatMap((file) => usesIn(file, read(file), columns)),
    world: { rooms, columns, functions, everyTable },
  };
}

function isCode(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== 'database/schema.ts';
}
