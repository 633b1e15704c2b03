import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { changeControllers, readTyped, tellControllers } from '../src/command-controllers.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

await runOnce(async () => {
  const { values, positionals: words } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, email: { type: 'string' }, ...whoOptions },
  });
  const typed = readTyped({ ...values, words });
  const settings = readSettings(process.env, root);
  await onDatabase(settings, async ({ database }) => {
    if (typed.verb !== 'list')
      await changeControllers(database, typed, await whoDoes({ settings, database }, values, 'controllers.change'));
    for (const line of await tellControllers(database)) sayLine(line);
  });
});
