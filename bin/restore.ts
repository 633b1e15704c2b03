import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tellToLookOver } from '../src/accounts/look-over.ts';
import { operatorAt } from '../src/actors/at-the-machine.ts';
import { writeAudit } from '../src/audit/audit.ts';
import { restore } from '../src/backup/restore.ts';
import { readKeys } from '../src/config/key-file.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { openDatabase, openPool } from '../src/database/database.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { afterRestoreOf } from '../src/handed.ts';
import { tellFiles } from '../src/media/checked-files.ts';
import { alsoRemoved } from '../src/publications/restored-removals-queries.ts';
import { rooms } from '../src/rooms.ts';
import { runOnce, sayLine } from './lifecycle.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replace: { type: 'boolean', default: false },
    unsigned: { type: 'boolean', default: false },
    by: { type: 'string' },
    removed: { type: 'string' },
  },
});

await runOnce(async () => {
  const [file] = positionals;
  if (!file)
    throw new Error('from where? npm run restore FILE [-- --replace] [--unsigned] [--by NAME] [--removed LIST]');
  const settings = readSettings(process.env, root);
  const keys = await readKeys(settings, { make: false });
  const more = values.removed ? [alsoRemoved(await readFile(resolve(values.removed), 'utf8'))] : [];
  const { head, lines } = await withDatabase(settings, sayLine, async (url) => {
    const restored = await restore(url, resolve(file), keys, values, [...afterRestoreOf(rooms), ...more]);
    const pool = openPool(url, 1);
    const database = openDatabase(pool);
    const note = async () => {
      await writeAudit(database, {
        by: await operatorAt(database, values.by),
        operation: 'backup.restore',
        item: ['backup', basename(file)],
        after: { takenAt: restored.takenAt },
      });
      return [...(await tellToLookOver(database)), ...(await tellFiles(database))];
    };
    return { head: restored, lines: await note().finally(() => pool.end()) };
  });
  sayLine(`restored as it was on ${head.takenAt}`);
  for (const line of lines) sayLine(line);
});
