import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../src/backup/restore.ts';
import { readKeys } from '../src/config/key-file.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { afterRestoreOf } from '../src/handed.ts';
import { rooms } from '../src/rooms.ts';
import { runOnce, sayLine } from './lifecycle.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean', default: false }, unsigned: { type: 'boolean', default: false } },
});

await runOnce(async () => {
  const [file] = positionals;
  if (!file) throw new Error('from where? npm run restore FILE [-- --replace] [--unsigned]');
  const settings = readSettings(process.env, root);
  const keys = await readKeys(settings, { make: false });
  const head = await withDatabase(settings, sayLine, (url) =>
    restore(url, resolve(file), keys, values, afterRestoreOf(rooms)),
  );
  sayLine(`restored as it was on ${head.takenAt}`);
});
