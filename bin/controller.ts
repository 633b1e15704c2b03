import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { upgrade } from '../src/backup/before-migrating.ts';
import { changeControllers, readTyped, tellControllers } from '../src/command-controllers.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { openDatabase, openPool } from '../src/database/database.ts';
import { withDatabase } from '../src/database/reach-database.ts';
import { runOnce, sayLine } from './lifecycle.ts';

await runOnce(async () => {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, email: { type: 'string' }, ...whoOptions },
  });
  const typed = readTyped({ ...values, words });
  const settings = readSettings(process.env, root);
  await withDatabase(settings, sayLine, async (url) => {
    await upgrade(settings, url, sayLine);
    const pool = openPool(url, 2);
    const database = openDatabase(pool);
    const work = async () => {
      if (typed.verb !== 'list')
        await changeControllers(database, typed, await whoDoes({ settings, database }, values, 'controllers.change'));
      for (const line of await tellControllers(database)) sayLine(line);
    };
    await work().finally(() => pool.end());
  });
});
