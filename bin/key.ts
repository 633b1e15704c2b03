import { parseArgs } from 'node:util';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { dropKey } from '../src/sealing/drop-key.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { listKeys } from '../src/sealing/list-keys.ts';
import { rotateKeys } from '../src/sealing/rotate-keys.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run key -- list
npm run key -- rotate [--as EMAIL]   (another key for what is new; what there is is sealed anew, while the site runs)
npm run key -- drop NUMBER [--links-too] [--as EMAIL]   (lets go of a key under which nothing is sealed any more)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'links-too': { type: 'boolean', default: false }, ...whoOptions },
});
const [verb = 'list', number = ''] = positionals;

await runOnce(async () => {
  if (!['list', 'rotate', 'drop'].includes(verb) || (verb === 'drop' && !/^\d{1,4}$/.test(number)))
    throw new Error(`say what to do:\n${USAGE}`);
  const settings = readSettings(process.env, root);
  await onDatabase(settings, async ({ database }) => {
    const keys = await keysInUse(settings, database, { make: false });
    if (verb !== 'list') {
      const app = { settings, database, keys, by: await whoDoes({ settings, database }, values, 'keys.change') };
      if (verb === 'rotate') await rotateKeys(app, sayLine);
      else await dropKey(app, Number(number), values['links-too'], sayLine);
    }
    for (const key of await listKeys({ database, keys }))
      sayLine(`key ${key.number} (${key.print})  ${key.state}  ${key.values} values`);
  });
});
