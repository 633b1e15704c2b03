import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { migrate } from '../src/database/migrate.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { runOnce, sayLine } from './lifecycle.ts';

await runOnce(async () => {
  await withDatabase(readSettings(process.env, root), sayLine, (url) => migrate(url, sayLine));
  sayLine('the database is up to date');
});
