import { upgrade } from '../src/backup/before-migrating.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { runOnce, sayLine } from './lifecycle.ts';

await runOnce(async () => {
  const settings = readSettings(process.env, root);
  await withDatabase(settings, sayLine, (url) => upgrade(settings, url, sayLine));
  sayLine('the database is up to date');
});
