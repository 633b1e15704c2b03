import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { decideTyped, tellNames } from '../src/pledges/names/command.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reason: { type: 'string' }, ...whoOptions },
});

/** Looks at names that people agreed to have shown. */
await runOnce(async () => {
  const settings = readSettings(process.env, root);
  await onDatabase(settings, async ({ database }) => {
    const app = { settings, database, keys: await keysInUse(settings, database, { make: false }) };
    if ((positionals[0] ?? 'list') === 'list') {
      for (const line of await tellNames(app)) sayLine(line);
      return;
    }
    sayLine(await decideTyped(app, positionals, values.reason, () => whoDoes(app, values, 'names.decide')));
  });
});
