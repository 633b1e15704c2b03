import { resolve } from 'node:path';
import { backup } from '../src/backup/backup.ts';
import { noteBackup } from '../src/backup/noted.ts';
import { keyFile, readKeys } from '../src/config/key-file.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { runOnce, sayLine } from './lifecycle.ts';

await runOnce(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('where to? npm run backup FILE');
  const settings = readSettings(process.env, root);
  const keys = await readKeys(settings, { make: false });
  const { tables, bytes } = await withDatabase(settings, sayLine, async (url) => {
    const takenAt = new Date();
    const report = await backup(url, resolve(file), keys);
    await noteBackup(url, takenAt);
    return report;
  });
  sayLine(`${tables} tables, ${(bytes / 1_000_000).toFixed(1)} MB: ${resolve(file)}`);
  sayLine('The sealing key is NOT in it, and without the key nobody can read the names, addresses and letters.');
  sayLine(
    `Keep a copy of ${settings.SEALING_KEY ? 'SEALING_KEY' : keyFile(settings)} somewhere else, and again after each rotation.`,
  );
});
